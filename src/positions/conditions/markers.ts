/** Words that may mark a condition, and what stands beside them where they mark none. */
import { Phrases } from '../lexicon/phrases.ts';

/** How a marker is told from its other uses; the name is a feature of the scorer. */
export type Marker =
  | 'if'
  | 'only if'
  | 'even if'
  | 'unless'
  | 'until'
  | 'as long as'
  | 'provided'
  | 'in exchange for'
  | 'only after'
  | 'only with'
  | 'once'
  | 'when'
  | 'while'
  | 'before'
  | 'after'
  | 'without'
  | 'with or without'
  | 'in case'
  | 'inverted'
  | 'except'
  | 'as soon as'
  | 'depending on';

/** Markers by phrase; a word stands for its form or its dictionary form. */
export const MARKERS = new Phrases<Marker>([
  ['if', 'if'],
  ['only if', 'only if, if and only if, only in case, only in the event, if only after'],
  ['even if', 'even if, regardless of whether, whether or not, no matter'],
  ['unless', 'unless, not unless'],
  ['until', 'until, till, not until, unless and until, at least until'],
  ['as long as', 'as long as, so long as, for as long as, insofar as, only as long as, to the extent that'],
  [
    'provided',
    'provided that, provided, providing that, on condition that, on the condition that, under the condition that, on condition of, on the understanding that, assuming, assuming that, given that, conditional on, conditional upon, contingent on, contingent upon, subject to, only on condition that',
  ],
  ['in exchange for', 'in exchange for, in return for, in exchange, as the price of, at the price of'],
  ['only after', 'only after, only once, only when, only upon, only following, only following'],
  ['only with', 'only with, only under, only by, only through'],
  ['once', 'once'],
  ['when', 'when, whenever, where'],
  ['while', 'while'],
  ['before', 'before, prior to'],
  ['after', 'after, following'],
  ['without', 'without, absent, in the absence of'],
  ['with or without', 'with or without'],
  ['in case', 'in case, in the event that, in the event of, in the event, in the case of, in case of'],
  ['except', 'except if, except when, except in, barring, short of'],
  ['as soon as', 'as soon as, the moment, the minute, the day'],
  ['depending on', 'depending on, depending upon'],
]);

/** Verbs and nouns whose "if" means "whether", when it follows them at once or after an object. */
export const WHETHER = new Set(
  `ask wonder know see decide determine question doubt care unclear unsure tell find check learn inquire enquire discuss
   investigate matter mind remember verify examine assess judge debate clear uncertain understand test sure certain reveal guess
   figure evaluate explore`.split(/\s+/),
);

/** Words after "if" that make it no clause of a condition ("if so", "if possible", "if anything"). */
export const EMPTY_IF = new Set(
  "so not possible anything any ever necessary you'll nothing need needed applicable".split(' '),
);
