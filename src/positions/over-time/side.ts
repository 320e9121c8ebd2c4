import type { Held } from '../../model.ts';
import { stemsOf } from './names.ts';

/** Offices that speak for those whose name stands in their title. */
const SPEAKS_FOR =
  /\b(?:president|premier|chancellor|minister|secretary|ambassador|envoy|spokes\w+|general|commander|leader|chief|chair\w*|head|director|king|queen|mayor|governor|manager|executive|founder)\b/i;
/** Words of a role that tell that one does not speak for them, or no longer. */
const NOT_FOR =
  /\b(?:former|ex|advis[eo]r|strategist|ally|supporter|friend|critic|professor|rival|opponent|candidate|nominee|vice|donor|surrogate|expert|allies|aides?|advis[eo]rs|supporters|critics|voters|group)\b/i;

const POSSESSOR = /^(?:the\s)?(\p{Lu}[\p{L}\p{M}-]*)['’]s\s/iu;

/** "Osmara's Prime Minister Ilan Dorr": the name of whose minister it is, and no others that a source may hold. */
function namesOwning(source: readonly string[]): string[] {
  const [, owner] = POSSESSOR.exec(source[0]?.slice(0, 200) ?? '') ?? [];
  return owner ? stemsOf(owner) : [];
}

/** Whose side a speaker is on, as stems of names: his own, and those he speaks for by his office. */
export function sideOfSpeaker({ speaker, source }: Held): ReadonlySet<string> {
  if (!speaker) return new Set();
  const names = stemsOf(speaker.name);
  if (speaker.kind !== 'person')
    return new Set(NOT_FOR.test(source.join(' ')) ? [] : [...names, ...namesOwning(source)]);
  const role = speaker.role ?? '';
  const office = SPEAKS_FOR.test(role) && !NOT_FOR.test(role) ? stemsOf(role) : [];
  return new Set([...names.slice(-1), ...office, ...namesOwning(source)]);
}
