import type { CorrectionMark, LinkedItem, RecordedArticle, RecordedAttribution } from '../store/index.ts';
import { paint, stripUnsafe, wrap } from './terminal.ts';

/** Who speaks, as people read it: the name, or the words that stand for it, or that nobody is named. */
export function speakerName(attribution: RecordedAttribution): string {
  return attribution.speaker?.name ?? (attribution.sourceWords || 'no speaker given');
}

/** "The Harbour Post, 2031-04-02, “Talks resume”", with what is not known left out. */
export function provenance(article: RecordedArticle): string {
  const title = article.title === null ? `article ${article.id}` : `“${article.title}”`;
  return [article.outlet, article.published?.slice(0, 10), title].filter(Boolean).join(', ');
}

/** "Revision 2 of 3; the newest is 3f0c9a1b7d42", or null where an article has but one. */
export function revisionLine({ key, revision, revisions, newest }: RecordedArticle): string | null {
  if (revisions === 1) return null;
  const place = `Revision ${revision} of ${revisions}`;
  return key === newest
    ? `${place}: onrecord revisions ${key} shows what changed`
    : `${place}; the newest is ${newest}`;
}

/** Who reports it, where it stands within what somebody else said: "reported by Mara Tellen". */
function reporter({ within, reportedBy }: RecordedAttribution): string | null {
  return within === null ? null : `reported by ${reportedBy?.name ?? 'a speaker not resolved'}`;
}

/** Below this chance of being right a speaker is marked as uncertain. */
const CERTAIN_FROM = 0.75;

/** Why nobody is given as the speaker, or that the one given may be another; null where neither is so. */
function certainty({ speaker, unresolved, speakerConfidence }: RecordedAttribution): string | null {
  if (!speaker) return unresolved && `speaker not resolved: ${unresolved}`;
  if (speakerConfidence === null || speakerConfidence >= CERTAIN_FROM) return null;
  return `speaker uncertain (${Math.round(100 * speakerConfidence)}%)`;
}

/** "rejects, “as long as one gun is left”"; the status of a condition that is not simply in force; null for what just states. */
export function stanceLine({ stance, conditionWords, conditionStatus }: RecordedAttribution): string | null {
  if (stance === null || (stance === 'states' && conditionWords === '')) return null;
  if (conditionWords === '') return stance;
  const status = conditionStatus === null || conditionStatus === 'in force' ? '' : ` (${conditionStatus})`;
  return `${stance}, “${conditionWords.replace(/\s+/g, ' ')}”${status}`;
}

/** "direct, says, said on 2031-04-01, via Kyodo News, reported by Mara Tellen". */
export function manner(attribution: RecordedAttribution): string {
  const { type, mode, saidOn, medium, anonymityWords } = attribution;
  const corrected = correctedBy(attribution.corrections);
  const parts = [
    type,
    mode,
    stanceLine(attribution),
    saidOn && `said on ${saidOn}`,
    medium && `via ${medium}`,
    reporter(attribution),
    certainty(attribution),
    anonymityWords && `not named: “${anonymityWords.replace(/\s+/g, ' ')}”`,
    corrected,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "corrected by M. Quist on 2031-05-04 (speaker, correction 7)", one for each; empty where nothing was corrected. */
export function correctedBy(marks: readonly CorrectionMark[]): string {
  return marks
    .map(({ number, action, by, at }) => `corrected by ${by} on ${at.slice(0, 10)} (${action}, correction ${number})`)
    .join(', ');
}

/** "Q42 Mara Tellen, Kalvinian politician", with what Wikidata does not say left out. */
export function itemLine({ id, label, description }: LinkedItem): string {
  const named = label === null ? id : `${id} ${label}`;
  return (description === null ? named : `${named}, ${description}`).replace(/\s+/g, ' ');
}

/** The words of an attribution on one line: they may run over paragraphs. */
export function wordsOf(attribution: RecordedAttribution): string {
  return stripUnsafe(attribution.words).replace(/\s+/g, ' ').trim();
}

/**
 * One attribution with its evidence: the words, how they were given, and the article they stand in.
 * @param speaker whether the speaker's name stands above the words.
 */
export function attributionView(attribution: RecordedAttribution, speaker: boolean): string {
  const lines = [
    wrap(wordsOf(attribution), '  '),
    wrap(paint('dim', stripUnsafe(manner(attribution))), '    '),
    wrap(paint('dim', stripUnsafe(`${provenance(attribution.article)} [${attribution.key}]`)), '    '),
  ];
  if (!speaker) return lines.join('\n');
  const role = attribution.speaker?.role;
  const name = paint('bold', stripUnsafe(speakerName(attribution)));
  return [wrap(role ? `${name}, ${stripUnsafe(role)}` : name), ...lines].join('\n');
}
