import type { RecordedAttribution, RecordedRevision, WordChange } from '../store/index.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';
import { manner, speakerName, wordsOf } from './views.ts';

type Changes = NonNullable<RecordedRevision['changes']>;
type Changed = Changes['changed'][number];

/** Words with their change marked as git marks words: [-out-], {+in+}. The marks stand without colour too. */
function mark({ change, words }: WordChange): string {
  const safe = stripUnsafe(words);
  if (change === 'same' || safe === '') return safe;
  return change === 'removed' ? paint(['red', 'strikethrough'], `[-${safe}-]`) : paint('green', `{+${safe}+}`);
}

/** Changes on one line. */
export const inline = (changes: readonly WordChange[]): string =>
  changes.map(({ change, words }) => mark({ change, words: words.replace(/\s+/g, ' ') })).join('');

/** The paragraphs in which something changed, each on a line; "…" stands for those between them. */
function changedParagraphs(text: readonly WordChange[]): string[] {
  const paragraphs: { line: string; isChanged: boolean }[] = [{ line: '', isChanged: false }];
  for (const { change, words } of text) {
    for (const [i, piece] of words.split('\n').entries()) {
      if (i > 0) paragraphs.push({ line: '', isChanged: false });
      const last = paragraphs.at(-1)!;
      last.line += mark({ change, words: piece });
      last.isChanged ||= change !== 'same' && piece.trim() !== '';
    }
  }
  const lines: string[] = [];
  for (const { line, isChanged } of paragraphs) {
    if (isChanged) lines.push(line);
    else if (line.trim() !== '' && lines.at(-1) !== '…') lines.push('…');
  }
  return lines;
}

const who = (attribution: RecordedAttribution): string => paint('bold', stripUnsafe(speakerName(attribution)));

function statementLines(label: string, attribution: RecordedAttribution): string[] {
  return [
    wrap(`${label} ${who(attribution)}: ${wordsOf(attribution)}`, '  ', '    '),
    wrap(paint('dim', stripUnsafe(`${manner(attribution)} [${attribution.key}]`)), '    '),
  ];
}

/** "speaker was Mara Tellen, is Otto Brandl; was indirect, is direct". */
function differences({ before, after, differs }: Changed): string {
  const parts = differs.flatMap((what) => {
    if (what === 'speaker') return [`speaker was ${speakerName(before)}, is ${speakerName(after)}`];
    return what === 'type' ? [`was ${before.type}, is ${after.type}`] : [];
  });
  return [...parts, `[${before.key}] → [${after.key}]`].join('; ');
}

function changedLines(changed: Changed): string[] {
  const label = changed.differs.includes('words') ? 'reworded' : 'changed';
  return [
    wrap(`${label} ${who(changed.after)}: ${inline(changed.words)}`, '  ', '    '),
    wrap(paint('dim', stripUnsafe(differences(changed))), '    '),
  ];
}

function changesView({ title, text, removed, added, changed, kept }: Changes): string[] {
  const lines = title ? [wrap(`Headline: ${inline(title)}`, '  ', '    ')] : [];
  for (const paragraph of changedParagraphs(text)) lines.push(wrap(paragraph, '  '));
  const parts = [
    `${removed.length} removed`,
    `${added.length} added`,
    `${changed.length} changed`,
    `${kept} as before`,
  ];
  lines.push(`  Statements: ${parts.join(', ')}`);
  for (const each of removed) lines.push(...statementLines('removed', each));
  for (const each of added) lines.push(...statementLines('added', each));
  for (const each of changed) lines.push(...changedLines(each));
  return lines;
}

/** A revision for people: when it was captured, its size, and what it changed in the one before. */
export function revisionView(revision: RecordedRevision): string {
  const { article, modified, bytes, captures, lastCapturedAt, capture, changes } = revision;
  const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
  const again = captures > 1 ? `, ${count(captures, 'capture')} until ${minute(lastCapturedAt)}` : '';
  const published = article.published ? `, published ${article.published}` : '';
  const edited = modified ? `, modified ${modified}` : '';
  const about = `captured ${minute(article.capturedAt)}${again}${published}${edited}, ${count(bytes, 'byte')} from ${capture.location}`;
  const head = paint('bold', `Revision ${article.revision} of ${article.revisions}`);
  return [
    wrap(`${head} [${stripUnsafe(article.key)}]`),
    wrap(paint('dim', stripUnsafe(about)), '  '),
    ...(changes ? changesView(changes) : [wrap(stripUnsafe(article.title ?? article.id), '  ')]),
  ].join('\n');
}
