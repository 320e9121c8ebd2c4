import type { Span, Speaker } from '../../model.ts';
import type { DraftQuotation, SameSpeaker, Source, SourceAttribution } from './types.ts';

/** From here on a speaker is taken as certain. */
const CERTAIN_FROM = 0.75;
/** How an article begins to speak of somebody whom it does not mean to name. */
const WITHHELD = /^(?:an?|one|two|three|several|some|another|both)\b/i;

/**
 * Whether a draft gives words to whom a source gives them; `unsure` where one of them does not tell for certain.
 *
 * @param at where the words stand in the source
 */
export function whose(
  draft: DraftQuotation,
  attribution: SourceAttribution | null,
  source: Source,
  at: Span,
  sameSpeaker: SameSpeaker,
): ReturnType<SameSpeaker> {
  if (!draft.speaker || !attribution?.speaker) return 'unsure';
  const verdict = sameSpeaker(draft.speaker, attribution.speaker);
  if (verdict === 'same' || (draft.speakerConfidence ?? 1) < CERTAIN_FROM)
    return verdict === 'same' ? verdict : 'unsure';
  const isCertain = (attribution.speakerConfidence ?? 1) >= CERTAIN_FROM;
  if (verdict === 'unsure') {
    // Whom an article names is not also "one of the officials" there.
    const isAnother = isCertain && isWithheld(attribution.speaker) && isNamedIn(draft.speaker, source, sameSpeaker);
    return isAnother && draft.speaker.kind === 'person' ? 'different' : 'unsure';
  }
  if (isCertain) return 'different';
  return mayBeMeant(draft.speaker, source, at, sameSpeaker) ? 'unsure' : 'different';
}

const isWithheld = ({ kind, name }: Speaker): boolean => kind === 'unnamed' && WITHHELD.test(name);

const isNamedIn = (speaker: Speaker, { text, attributions }: Source, sameSpeaker: SameSpeaker): boolean =>
  text.includes(speaker.name) ||
  attributions.some((one) => one.speaker && sameSpeaker(speaker, one.speaker) === 'same');

/** Whether "she" may be this speaker: whoever is meant was spoken of by the end of the paragraph. */
function mayBeMeant(speaker: Speaker, { text, attributions }: Source, at: Span, sameSpeaker: SameSpeaker): boolean {
  const line = text.indexOf('\n', at[1]);
  const end = line < 0 ? text.length : line;
  if (text.slice(0, end).includes(speaker.name.split(/\s+/).at(-1)!)) return true;
  return attributions.some(
    (one) => one.speaker && one.content[0]![0] < end && sameSpeaker(speaker, one.speaker) !== 'different',
  );
}
