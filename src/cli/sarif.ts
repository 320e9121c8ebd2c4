import { pathToFileURL } from 'node:url';
import type { CheckedDraft, CheckedQuotation, FoundPlace, Region } from '../pipeline/index.ts';
import { isSound, whereOf } from './check-view.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What may be said of a quotation, with how grave it is. Sound quotations give no result. */
const RULES = [
  ['altered', 'error', 'The words of a quotation differ from those of its source.'],
  ['misattributed', 'error', 'A quotation is given to somebody who did not say it.'],
  ['not-found', 'warning', 'A quotation stands in no article that was looked through.'],
  ['not-checked', 'warning', 'Something in quotation marks could not be checked.'],
] as const;
type RuleId = (typeof RULES)[number][0];

const DESCRIPTIONS: Readonly<Record<RuleId, string>> = {
  altered: 'Compare the words with those of the source, and put them right or take the quotation marks away.',
  misattributed: 'Name the one who said it.',
  'not-found': 'Check the quotation with the recording or the notes, or add its source.',
  'not-checked': 'Look whether a closing quotation mark is missing.',
};

/** A file's address, relative to the folder that the command runs in where it lies below it. */
function addressOf(file: string): string {
  const [address, here] = [pathToFileURL(file).href, `${pathToFileURL(process.cwd()).href}/`];
  return address.startsWith(here) ? address.slice(here.length) : address;
}

const physical = (uri: string, region: Region | null) => ({
  physicalLocation: { artifactLocation: { uri }, ...(region ? { region } : {}) },
});

/** Where the right words stand: the article's address, if it has one, with the words as the snippet of a region. */
function relatedOf(place: FoundPlace, id: number) {
  const { url } = place.article;
  const [charOffset, end] = place.span;
  const region = { charOffset, charLength: end - charOffset, snippet: { text: place.words } };
  return {
    id,
    message: { text: `${place.speaker?.name ?? 'Speaker not resolved'}: “${place.words}” ${whereOf(place)}` },
    ...(url && URL.canParse(url) ? { physicalLocation: { artifactLocation: { uri: url }, region } } : {}),
  };
}

function resultOf(uri: string, quotation: CheckedQuotation, fingerprint: string) {
  const ruleId = quotation.verdict === 'not found' ? 'not-found' : (quotation.verdict as RuleId);
  const ruleIndex = RULES.findIndex(([id]) => id === ruleId);
  const { speaker, words, found, region } = quotation;
  return {
    ruleId,
    ruleIndex,
    level: RULES[ruleIndex]![1],
    message: { text: `${quotation.reason}. ${speaker?.name ?? 'No speaker given'}: “${words}”` },
    locations: [physical(uri, region)],
    ...(found.length > 0 ? { relatedLocations: found.map(relatedOf) } : {}),
    partialFingerprints: { 'quotation/v1': fingerprint },
  };
}

/**
 * A checked draft as SARIF 2.1.0 (OASIS), the format in which editors and code hosts take findings. Regions are lines and
 * columns of the file, in UTF-16 code units; a quotation whose place in the file is not certain has none.
 *
 * @param version of Onrecord
 * @param fingerprint what tells a quotation again when the lines above it change
 */
export function sarifOf(
  file: string,
  checked: CheckedDraft,
  version: string,
  fingerprint: (words: string) => string,
): object {
  const uri = file === '-' ? 'stdin' : addressOf(file);
  const results = checked.quotations
    .filter((quotation) => !isSound(quotation))
    .map((quotation) => resultOf(uri, quotation, fingerprint(`${quotation.verdict} ${quotation.words}`)));
  const unchecked = checked.leftOut.filter((one) => one.unchecked);
  const notChecked = unchecked.map(({ words, reason, region }) => ({
    ruleId: 'not-checked',
    ruleIndex: RULES.length - 1,
    level: 'warning',
    message: { text: `Not checked: ${reason}.` },
    locations: [physical(uri, region)],
    partialFingerprints: { 'quotation/v1': fingerprint(words) },
  }));
  const rules = RULES.map(([id, level, text]) => ({
    id,
    shortDescription: { text },
    help: { text: DESCRIPTIONS[id] },
    defaultConfiguration: { level },
  }));
  const tool = { driver: { name: 'Onrecord', version, rules } };
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      { tool, columnKind: 'utf16CodeUnits', artifacts: [{ location: { uri } }], results: [...results, ...notChecked] },
    ],
  };
}
