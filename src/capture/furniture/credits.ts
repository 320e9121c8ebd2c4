/** Captions and picture credits. */
import { lengthInWords, NAME } from './line.ts';

const PICTURE =
  'photos?|photographs?|images?|pictures?|pics?|illustrations?|graphics?|credits?|(?:photo|image|picture|video) credits?|file photos?|handout';
const AGENCY =
  'getty(?: images)?|afp|ap|ap photo|reuters|epa(?:-efe)?|efe|dpa|ansa|pa(?: media| wire)?|tass|xinhua|kyodo|shutterstock|alamy|istock|bloomberg|anadolu(?: agency)?|zuma|sipa|unsplash|wikimedia commons';
/** The names a credit gives: of people and agencies, parted by commas, slashes or bars, with no verb between them. */
const NAMES = String.raw`${NAME}(?:(?: ?[,/|&] ?| (?:and|via|for|of|from) )(?:the )?${NAME}){0,4}`;

const CREDITS = [
  // "Oleksii Danilov. Photo: Dmytro Larin", "(Image: GETTY)", "treatmentCredit: EPA"
  String.raw`(?:^|[.!?…(\[|–—,-] ?|\p{Ll}(?=Credit))(?i:${PICTURE})(?: by| courtesy(?: of)?| credit)? ?[:/] ?(?:[Tt]he |[Cc]ourtesy of )?${NAMES} ?[.)\]]*$`,
  // "Photo by Jane Doe", "(Photo courtesy of Doe)"
  String.raw`(?:^|[.!?…(\[|–—] ?)(?i:${PICTURE}|video) (?:by|courtesy(?: of)?|from|via|:|©) ?${NAMES} ?[.)\]]*$`,
  // "Jane Doe/AFP", "Doe | Getty Images", "via Getty"
  String.raw`(?:[/|] ?|\bvia )(?i:${AGENCY})(?: ?[/|,] ?${NAMES}| [Ii]mages)? ?[.)\]]*$`,
  // "REUTERS/Jane Doe"
  String.raw`(?:^|[.!?…(\[|–—] ?)(?i:${AGENCY}) ?[/|] ?${NAMES} ?[.)\]]*$`,
  String.raw`(?:^|[.!?…] ?)© ?[^.!?]{1,80}$`,
  String.raw`^(?i:file(?: photo)?) ?[:–—-]`,
  String.raw`^In this .{4,60}\b(?i:file (?:photo|image|picture))\b`,
  String.raw`^(?i:(?:image|photo|picture) (?:source|credit|caption)s?) ?[:,]`,
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
