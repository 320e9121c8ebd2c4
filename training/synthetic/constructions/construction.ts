import { capital, type Source } from '../cast.ts';
import type { Story } from '../story.ts';

/** Writes a marked piece of a story: one paragraph or several, divided by blank lines. */
export type Construction = (story: Story) => string;

/** Several ways of writing one construction, told apart by name. */
export type Constructions = Readonly<Record<string, Construction>>;

/** A source that begins its sentence. */
export const first = (source: Source): string => `[${capital(source.before)}]${source.aside}`;
/** A source before its cue, within a sentence. */
export const before = (source: Source): string => `[${source.before}]${source.aside}`;
/** A source after its cue. */
export const after = (source: Source): string => `[${source.after}]`;
/** Of two words, the one that agrees with the source: “says” or “say”. */
export const agree = (source: Source, singular: string, plural: string): string => (source.plural ? plural : singular);
export { capital };
