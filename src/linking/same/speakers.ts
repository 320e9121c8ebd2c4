import type { ReportedSpeaker, SpeakerKind } from '../../model.ts';
import { familyOf } from '../family.ts';

/** How the speakers of two occurrences stand to each other. */
export type Speakers = 'same' | 'may be one' | 'different';

/** Kinds that one article may give where another has a name: "officials", "a spokeswoman", "the campaign". */
const VAGUE: ReadonlySet<SpeakerKind> = new Set(['unnamed', 'group', 'organization', 'document', 'author', 'unknown']);

/** Whether two occurrences have one speaker, as far as their names tell; null: not resolved. */
export function speakersOf(one: ReportedSpeaker | null, two: ReportedSpeaker | null): Speakers {
  if (!one || !two) return 'may be one';
  if (one.id === two.id) return 'same';
  if (VAGUE.has(one.kind) || VAGUE.has(two.kind)) return 'may be one';
  const [a, b] = [familyOf(one.name), familyOf(two.name)];
  return a !== undefined && a === b ? 'may be one' : 'different';
}
