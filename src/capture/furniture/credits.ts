/** Captions and picture credits. */
import { anyOf, lengthInWords, NAME } from './line.ts';

const PICTURE = anyOf(
  'photos?|photographs?|images?|pictures?|pics?|illustrations?|graphics?|credits?|file photos?|handout',
  '(?:photo|image|picture|video) credits?',
);
const AGENCY = anyOf(
  'getty(?: images)?|afp|ap|ap photo|reuters|epa(?:-efe)?|efe|dpa|ansa|pa(?: media| wire)?|tass|xinhua|kyodo|zuma',
  'shutterstock|alamy|istock|bloomberg|anadolu(?: agency)?|sipa|unsplash|wikimedia commons',
);
/** The names a credit gives: of people and agencies, parted by commas, slashes or bars, with no verb between them. */
const NAMES = `${NAME}(?:(?: ?[,/|&] ?| (?:and|via|for|of|from) )(?:the )?${NAME}){0,4}`;
const START = String.raw`(?:^|[.!?…(\[|–—] ?)`;
const END = String.raw` ?[.)\]]*$`;

const CREDITS = [
  // "Oleksii Danilov. Photo: Dmytro Larin", "(Image: GETTY)"
  `${START}(?i:${PICTURE})(?: by| courtesy(?: of)?| credit)? ?[:/] ?(?:[Tt]he |[Cc]ourtesy of )?${NAMES}${END}`,
  // "arriving on Monday Photo: Ana Kessler", "where they were treatedCredit: EPA"
  String.raw`(?:[, -]|\p{Ll})(?:Photo|Image|Picture|Credit): ?${NAMES}${END}`,
  // "The minister on Monday. Photo: press service of the ministry"
  `(?:^|[.!?…] )(?:Photos?|Photograph|Image|Picture): [^.!?"“]{2,80}$`,
  // "Photo by Jane Doe", "(Photo courtesy of Doe)"
  `${START}(?i:${PICTURE}|video) (?:by|courtesy(?: of)?|from|via|©) ?${NAMES}${END}`,
  // "Jane Doe/AFP", "Doe | Getty Images", "via Getty"
  String.raw`(?:[/|] ?|\bvia )(?i:${AGENCY})(?: ?[/|,] ?${NAMES}| [Ii]mages)?${END}`,
  // "REUTERS/Jane Doe"
  `${START}(?i:${AGENCY}) ?[/|] ?${NAMES}${END}`,
  '(?:^|[.!?…] ?)© ?[^.!?]{1,80}$',
  '^(?i:file(?: photo)?) ?[:–—-]',
  String.raw`^In this .{4,60}\b(?i:file (?:photo|image|picture))\b`,
  '^(?i:(?:image|photo|picture) (?:source|credit|caption)s?) ?[:,]',
].map((source) => new RegExp(source, 'u'));
/** A name in brackets after the last sentence: "speaks in Kyiv on Oct. 19, 2023. (Kyodo)". */
const NAMED_AT_END = new RegExp(String.raw`[.!?]["”’]? \((?:photos? |image )?(?:by |courtesy of )?(${NAMES})\)$`, 'u');

/** Whether a line is a caption with its credit, or a credit alone. */
export const isCredit = (line: string): boolean =>
  line.length <= 700 && lengthInWords(line) <= 90 && CREDITS.some((credit) => credit.test(line));

/**
 * The name in brackets that closes a line, or null. Within an article it credits a picture; at the end of one it may be
 * the agency that the text is from.
 */
export const nameAtEnd = (line: string): string | null =>
  line.length <= 500 ? (NAMED_AT_END.exec(line)?.[1] ?? null) : null;

/**
 * Whether a line is a caption told by the name in brackets at its end. The last paragraph of an article may end with its
 * agency's name in the same way: callers leave that one out.
 */
export const isNamedCaption = (line: string): boolean =>
  nameAtEnd(line) !== null && lengthInWords(line) <= 45 && !/["“”]/.test(line);
