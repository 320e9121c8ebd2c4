/** Which outlet a pasted article is from, where its furniture makes that certain. */
import {
  bare,
  isAboutAuthor,
  isCall,
  isCredit,
  isFeedHeading,
  isMasthead,
  isPressName,
  isRights,
  isSection,
  NAME,
  nameAtEnd,
  readByline,
} from '../furniture/index.ts';
import type { Line } from './lines.ts';

const matcher = (source: string): RegExp => new RegExp(source, 'u');

/** Furniture that names the outlet itself. */
const SITE: readonly { readonly line: (text: string) => boolean; readonly name: RegExp; readonly press?: boolean }[] = [
  {
    line: isRights,
    name: matcher(
      String.raw`(?:©|\([Cc]\)|[Cc]opyright)(?: ©)?(?: (?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?)?,? (?:by )?(${NAME})`,
    ),
  },
  { line: isRights, name: matcher(String.raw`^(${NAME}),? (?:©|\([Cc]\))`) },
  {
    line: () => true,
    name: matcher(String.raw`^((?:The |the )?${NAME}) (?:[Nn]ews ?desk|[Nn]ewsroom|[Ee]ditorial (?:team|board))\b`),
  },
  { line: () => true, name: matcher(String.raw`^We are the (?:\p{L}+ ){1,3}(?:of|at) ((?:[Tt]he )?${NAME})`) },
  {
    line: isCall,
    name: matcher(
      `^(?:Support|Subscribe to|Become a (?:member|patron|supporter) of|Sign up (?:for|to)|Join|Download|Get|Read more from|Donate to|Follow) ((?:[Tt]he )?${NAME})(?:['’]s?)?(?= |[.!,]|$)`,
    ),
    press: true,
  },
  { line: isCall, name: matcher(`^(?:Support|Subscribe to|Donate to) ((?:[Tt]he )?${NAME})[.!]?$`) },
  { line: isAboutAuthor, name: matcher(String.raw`\b(?:for|at|with) ((?:[Tt]he )?${NAME})`), press: true },
  { line: isCall, name: matcher(String.raw`\b(?:[Dd]ownload|[Gg]et) the (${NAME}) [Aa]pp\b`) },
];
const DAY = String.raw`(?:,? ?\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|,? ?\d{1,2} \p{L}{3,9}(?: \d{4})?)`;
const DATELINES = [
  // "NORTA, May 3 (Strait Wire) -": a place in capitals
  String.raw`^\p{Lu}[\p{Lu}\p{M}.’' -]+(?:, [\p{L} .]{2,30}?)?${DAY}?,? ?\((${NAME})\) ?[-–—―]`,
  // "Norta, 3 May (Kalna) —": a place and a day
  String.raw`^\p{Lu}[\p{L}\p{M}.’' -]+${DAY},? ?\((${NAME})\) ?[-–—―]`,
  // "Norta (KALNA) —": an agency in capitals
  String.raw`^\p{Lu}[\p{L}\p{M}.’', -]+ ?\((\p{Lu}{2,6})\) ?[-–—―]`,
].map(matcher);

const clean = (name: string): string =>
  name
    .replace(/['’]s?$/, '')
    .replace(/[.,]+$/, '')
    .trim();
const squeeze = (name: string): string =>
  bare(name)
    .replace(/^the /, '')
    .replace(/ (?:news|news agency|agency)$/, '');
const initials = (name: string): string => [...name.matchAll(/(?:^|[ -])(\p{Lu})/gu)].map((match) => match[1]).join('');

/** The one name that all evidence agrees on, in its fullest form; null when it disagrees or there is none. */
function agreed(names: readonly string[]): string | null {
  const [first, ...rest] = names
    .map(clean)
    .filter((name) => name.length > 1 && !/^(?:US|UP|NOW|OUR|ALL|THE)$/i.test(name));
  if (!first || rest.some((name) => squeeze(name) !== squeeze(first))) return null;
  return [first, ...rest].reduce((longest, name) => (name.length > longest.length ? name : longest));
}

function siteNames(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text }) =>
    text.length > 600
      ? []
      : SITE.flatMap(({ line, name, press }) => {
          const found = line(text) ? name.exec(text)?.[1] : undefined;
          return found && (!press || isPressName(found)) ? [found] : [];
        }),
  );
}

/** Names that picture credits give: "Photo: Dmytro Larin, Ukrainska Pravda" → both. */
function creditNames(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text }) => {
    const named = nameAtEnd(text);
    if (named) return named.split(/\s*[,/|]\s*/);
    if (!isCredit(text)) return [];
    return text
      .replace(/^.*[:©]/u, '')
      .split(/\s*[,/|()]\s*/)
      .map((name) => name.trim())
      .filter((name) => /^\p{Lu}/u.test(name));
  });
}

/** The acronym a site calls itself by ("Support UP"), when a credit spells it out. */
function spelledOut(lines: readonly Line[], credits: readonly string[]): string[] {
  return lines.flatMap(({ text }) => {
    const acronym = isCall(text) ? /^(?:Support|Subscribe to|Join|Follow) (\p{Lu}{2,5})\b/u.exec(text)?.[1] : undefined;
    return acronym && !/^(?:US|OUR)$/.test(acronym) ? credits.filter((name) => initials(name) === acronym) : [];
  });
}

/** An agency that credits its own picture and tells of its own interview. */
function interviewers(lines: readonly Line[], credits: readonly string[]): string[] {
  const body = lines.map((line) => line.text).join('\n');
  return credits.flatMap((name) => {
    const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(
      `\\b(?:exclusive interview with|interview with|speaks to|spoke to|told) (?:the )?${words}\\b`,
    ).test(body)
      ? [name]
      : [];
  });
}

/**
 * Names the outlet of a pasted article, or null when nothing in it makes that certain. What a site says of itself comes
 * first, then the agency of a dateline or of the last paragraph, then an agency's own picture credit.
 *
 * @param titleSuffix a name parted from the headline by a bar, or null
 * @param bodyEnd the article's last paragraph
 */
export function readOutlet(lines: readonly Line[], titleSuffix: string | null, bodyEnd: string): string | null {
  const mastheads = lines
    .slice(0, 6)
    .map((line) => line.text)
    .filter((text) => isMasthead(text) && !isSection(text) && !isFeedHeading(text) && !readByline(text))
    .map((text) => text.split(/ [|–—-] /).find(isPressName)!);
  const bylines = lines.flatMap(({ text }) => readByline(text)?.rest.filter(isPressName) ?? []);
  const datelines = lines
    .slice(0, 15)
    .flatMap(({ text }) => DATELINES.map((dateline) => dateline.exec(text.slice(0, 160))?.[1]).find(Boolean) ?? []);
  const signed = [nameAtEnd(bodyEnd) ?? ''].filter((name) => isPressName(name) || /^\p{Lu}{2,6}$/u.test(name));
  const credits = creditNames(lines);
  for (const names of [
    siteNames(lines),
    titleSuffix ? [titleSuffix] : [],
    mastheads,
    bylines,
    spelledOut(lines, credits),
    datelines,
    signed,
    interviewers(lines, credits),
  ]) {
    const name = agreed(names);
    if (name) return name;
  }
  return null;
}
