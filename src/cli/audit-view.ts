import type { AuditCount, Audited, AuditedSpeaker, OutletAudit } from '../store/index.ts';
import { span } from './speaker-view.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';

type Kind = keyof Audited['kinds'];

/** The columns, in their order: a kind of source and what stands above it. */
const COLUMNS: readonly (readonly [kind: Kind, heading: string])[] = [
  ['person', 'persons'],
  ['organization', 'organizations'],
  ['group', 'groups'],
  ['document', 'documents'],
  ['unnamed', 'unnamed'],
  ['author', 'author'],
  ['unknown', 'unknown'],
];
const LABEL_WIDTH = 22;
const ALL_WIDTH = 7;

/** A share as people read it: "41%", "<1%" for what is not nothing, "–" where there is nothing to share. */
function percent(share: number | null): string {
  if (share === null) return '–';
  return share > 0 && share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`;
}

function line(label: string, all: string, cellOf: (kind: Kind) => string): string {
  const cells = COLUMNS.map(([kind, heading]) => cellOf(kind).padStart(Math.max(heading.length, 6) + 2));
  return `  ${label.padEnd(LABEL_WIDTH)}${all.padStart(ALL_WIDTH)}${cells.join('')}`;
}

/** The line above the figures. */
export function auditHeading(): string {
  return paint(
    'dim',
    line('', 'all', (kind) => COLUMNS.find(([other]) => other === kind)![1]),
  );
}

/** Whom an outlet quoted: name, figures by kind, and what no table holds. */
export function auditView(name: string, audit: Audited): string {
  const figure = (n: number) => n.toLocaleString('en');
  const counted = (label: string, of: keyof AuditCount & keyof Audited, shares: keyof AuditCount) => [
    line(label, figure(audit[of]), (kind) => figure(audit.kinds[kind][of]!)),
    paint(
      'dim',
      line('', '', (kind) => percent(audit.kinds[kind][shares])),
    ),
  ];
  return [
    wrap(paint('bold', stripUnsafe(name))),
    ...counted('statements', 'attributions', 'share'),
    ...counted('in quotation marks', 'inQuotationMarks', 'inQuotationMarksShare'),
    ...counted('sources', 'sources', 'sourcesShare'),
    ...remarks(audit).map((words) => wrap(stripUnsafe(words), '  ', '    ')),
  ].join('\n');
}

function remarks({ articles, quoting, undated, onlyUnnamed, oneUnnamed, ...audit }: Audited): string[] {
  const { one, five } = audit.concentration;
  const only = `${count(onlyUnnamed, 'of them rests', 'of them rest')} on unnamed sources alone, ${oneUnnamed} on a single one`;
  const most = audit.mostQuoted.map(({ name, attributions }) => `${name} (${attributions})`).join(', ');
  const left = [
    audit.reported > 0 && `${audit.reported} reported by another speaker`,
    audit.notInWords > 0 && `${audit.notInWords} not in words`,
  ].filter(Boolean);
  return [
    `articles: ${articles}, ${quoting} with statements${onlyUnnamed > 0 ? `; ${only}` : ''}${undated > 0 ? `; ${undated} undated` : ''}`,
    ...(most === '' ? [] : [`most quoted: ${most}; the first has ${percent(one)}, the first five ${percent(five)}`]),
    ...(left.length > 0 ? [`not counted: ${left.join(', ')}`] : []),
  ];
}

/** One line for a speaker with what is counted of it. */
export function auditedLine(speaker: AuditedSpeaker): string {
  const { key, name, kind, attributions, articles, outlets, inQuotationMarks } = speaker;
  const size = `${count(attributions, 'statement')} (${inQuotationMarks} in quotation marks) in ${count(articles, 'article')} of ${count(outlets, 'outlet')}`;
  return wrap(stripUnsafe(`${key}  ${name} (${kind}): ${size}, ${span(speaker)}`), '', '  ');
}

/** What the figures mean, for whoever reads them. */
export function auditNotes(allModes: boolean): string {
  const notes = [
    allModes
      ? 'Statements are all attributions, also those not in words (thinks, wants, feels, decides, shows).'
      : 'Statements are what was said or written; --all-modes counts what is ascribed without words too.',
    'What one speaker reports that another said is not counted: the source is the one who reports.',
    'Sources: each speaker once an article. Unnamed sources of two articles are never taken for one.',
    'Unknown: no speaker was found, or none that is certain; it may be anybody, a named person too.',
    'Shares are of a line. Those of the most quoted are of what persons, organizations, groups and documents said.',
    'A model found the speakers and makes mistakes: docs/experiments.md has how many.',
  ];
  return notes.map((words) => wrap(words, '', '  ')).join('\n');
}

/** The columns of the audit as CSV. */
export const AUDIT_COLUMNS: readonly (readonly [name: string, value: (audit: OutletAudit) => unknown])[] = [
  ['outlet', (a) => a.outlet],
  ['articles', (a) => a.articles],
  ['articles_with_statements', (a) => a.quoting],
  ['articles_undated', (a) => a.undated],
  ['articles_only_unnamed', (a) => a.onlyUnnamed],
  ['articles_one_unnamed', (a) => a.oneUnnamed],
  ['statements', (a) => a.attributions],
  ['in_quotation_marks', (a) => a.inQuotationMarks],
  ['sources', (a) => a.sources],
  ...COLUMNS.flatMap(([kind]) =>
    (
      [
        ['statements', 'attributions'],
        ['share', 'share'],
        ['in_quotation_marks', 'inQuotationMarks'],
        ['in_quotation_marks_share', 'inQuotationMarksShare'],
        ['sources', 'sources'],
        ['sources_share', 'sourcesShare'],
      ] as const
    ).map(([name, figure]) => [`${kind}_${name}`, (a: OutletAudit) => a.kinds[kind][figure]] as const),
  ),
  ['most_quoted', (a) => a.mostQuoted[0]?.name],
  ['most_quoted_key', (a) => a.mostQuoted[0]?.key],
  ['share_of_first', (a) => a.concentration.one],
  ['share_of_first_five', (a) => a.concentration.five],
  ['not_counted_reported', (a) => a.reported],
  ['not_counted_not_in_words', (a) => a.notInWords],
];

/** The columns of its speakers as CSV. */
export const SPEAKER_COLUMNS: readonly (readonly [name: string, value: (speaker: AuditedSpeaker) => unknown])[] = [
  ['key', (s) => s.key],
  ['name', (s) => s.name],
  ['kind', (s) => s.kind],
  ['statements', (s) => s.attributions],
  ['in_quotation_marks', (s) => s.inQuotationMarks],
  ['articles', (s) => s.articles],
  ['outlets', (s) => s.outlets],
  ['first', (s) => s.first],
  ['last', (s) => s.last],
];
