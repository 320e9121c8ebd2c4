import { diffWordsWithSpace } from 'diff';
import type { CheckedDraft, CheckedQuotation, FoundPlace, LeftOut, Region } from '../pipeline/index.ts';
import { inline } from './revision-view.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';

/** Verdicts that a newsroom can print. */
const SOUND: ReadonlySet<string> = new Set(['verbatim', 'excerpt']);
/** So many places of one quotation are shown. */
const SHOWN = 3;

const oneLine = (words: string): string => stripUnsafe(words.replace(/\s+/g, ' ').trim());

/** Whether a quotation has the words of its speaker. */
export const isSound = ({ verdict }: Pick<CheckedQuotation, 'verdict'>): boolean => SOUND.has(verdict);

/** Whether nothing in a draft stands in the way of printing it. */
export const isSoundDraft = ({ quotations, leftOut }: CheckedDraft): boolean =>
  quotations.every(isSound) && leftOut.every(({ unchecked }) => !unchecked);

/** "The Harbour Post, 2031-04-02, “Talks resume” [id] https://…", with what is not known left out. */
export function whereOf({ article }: FoundPlace): string {
  const { id, key, outlet, published, title, url } = article;
  const about = [outlet, published?.slice(0, 10), title === null ? null : `“${title}”`].filter(Boolean).join(', ');
  return [about, `[${key ?? id}]`, url].filter(Boolean).join(' ');
}

const placeOf = (file: string, region: Region | null): string =>
  region ? `${file}:${region.startLine}:${region.startColumn}` : file;

const COLOURS: Readonly<Record<string, 'green' | 'red' | 'yellow'>> = { verbatim: 'green', excerpt: 'green' };

function placeLines({ words }: CheckedQuotation, place: FoundPlace): string[] {
  const right = oneLine(place.words);
  const parts = diffWordsWithSpace(oneLine(words), right);
  const changes = parts.map(({ value, added, removed }) => ({
    change: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    words: value,
  }));
  const who = place.speaker ? `${place.speaker.name}: ` : '';
  const lines = place.verdict === 'altered' ? [wrap(inline(changes), '    ', '      ')] : [];
  lines.push(wrap(stripUnsafe(`${who}“${right}”`), '    ', '      '));
  lines.push(wrap(paint('dim', stripUnsafe(whereOf(place))), '      '));
  return lines;
}

/**
 * A quotation for people: where it stands in the draft, the verdict with its reason, the draft's words, and where it is not
 * sound what they should be, word by word ([-draft-]{+source+}) and whole, with where that stands.
 */
export function quotationView(file: string, quotation: CheckedQuotation): string {
  const { verdict, region, speaker, words, found } = quotation;
  const verdictShown = paint(COLOURS[verdict] ?? (verdict === 'not found' ? 'yellow' : 'red'), verdict);
  const head = `${paint('bold', stripUnsafe(placeOf(file, region)))}  ${verdictShown}  ${oneLine(quotation.reason)}`;
  const said = wrap(`${oneLine(speaker?.name ?? 'no speaker given')}: “${oneLine(words)}”`, '  ', '    ');
  const shown = isSound(quotation) ? found.slice(0, 1) : found.slice(0, SHOWN);
  const places = shown.flatMap((place) =>
    isSound(quotation) ? [wrap(paint('dim', stripUnsafe(whereOf(place))), '      ')] : placeLines(quotation, place),
  );
  const others = found.filter((place) => !SOUND.has(place.verdict)).length;
  const differ = isSound(quotation) && others > 0 ? [`    ${count(others, 'other place')} give it otherwise.`] : [];
  return [wrap(head), said, ...places, ...differ].join('\n');
}

/** What was not checked, and why. */
export function leftOutView(file: string, { words, reason, region }: LeftOut & { region: Region | null }): string {
  const shown = oneLine(words.slice(0, 80));
  return wrap(
    stripUnsafe(`${placeOf(file, region)}  not checked  “${shown}${words.length > 80 ? '…' : ''}”: ${reason}`),
  );
}

/** How many quotations got which verdict, and in how many articles they were looked for. */
export function summaryOf({ quotations, leftOut, articles }: CheckedDraft): string {
  const verdicts = ['verbatim', 'excerpt', 'altered', 'misattributed', 'not found'] as const;
  const counted = verdicts.flatMap((verdict) => {
    const n = quotations.filter((quotation) => quotation.verdict === verdict).length;
    return n > 0 ? [`${n} ${verdict}`] : [];
  });
  const all = [count(quotations.length, 'quotation'), ...(counted.length > 0 ? [counted.join(', ')] : [])].join(': ');
  const rest = leftOut.length > 0 ? `; ${leftOut.length} in quotation marks not checked` : '';
  return `${all}${rest}. Looked in ${count(articles, 'article')}.`;
}
