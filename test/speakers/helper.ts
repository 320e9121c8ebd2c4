import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span, Speaker } from '../../src/model.ts';
import { type Resolved, resolveSpeakers, type SpeakerWeights } from '../../src/speakers/index.ts';
import { readDocument } from '../../src/text/index.ts';

const file = join(import.meta.dirname, '../../models/speakers.json');
export const weights = JSON.parse(readFileSync(file, 'utf8')) as SpeakerWeights;

interface Marked {
  source: Span[];
  cue: Span[];
  content: Span[];
}

/**
 * Reads a text with marks: `⟦Horbenko⟧` is the source of the next attribution (`⟦⟧` of one without), and `⟪…⟫` and
 * `⟨…⟩` add content and cue to the attribution whose source stands last before them; one written `⟪+…⟫` belongs to the
 * next attribution instead.
 */
function read(marked: string): { text: string; attributions: Marked[] } {
  const attributions: Marked[] = [];
  const ahead: Span[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/⟦([^⟧]*)⟧|⟪(\+?)([^⟫]*)⟫|⟨([^⟩]*)⟩/g)) {
    text += marked.slice(last, match.index);
    const words = match[1] ?? match[3] ?? match[4]!;
    const span: Span = [text.length, text.length + words.length];
    text += words;
    last = match.index + match[0].length;
    if (match[1] !== undefined) attributions.push({ source: words ? [span] : [], cue: [], content: ahead.splice(0) });
    else if (match[2] === '+') ahead.push(span);
    else if (match[3] !== undefined) attributions.at(-1)!.content.push(span);
    else attributions.at(-1)!.cue.push(span);
  }
  return { text: text + marked.slice(last), attributions };
}

/** The text of a marked one, and all that is resolved of its attributions. */
export function resolved(marked: string, byline: string | null = null): { text: string; found: Resolved[] } {
  const { text, attributions } = read(marked);
  const about = { title: null, byline, outlet: null };
  return { text, found: resolveSpeakers(readDocument(text), attributions, about, weights) };
}

/** The speakers of a marked text, as far as it is about who they are: without the place of the role and the members. */
export function speakersOf(marked: string, byline: string | null = null): (Speaker | null)[] {
  return resolved(marked, byline).found.map(({ speaker }) => {
    if (!speaker) return null;
    const { roleSpan: _, members: __, ...rest } = speaker;
    return rest;
  });
}

/** The names of a marked text's speakers. */
export const namesOf = (marked: string): (string | null)[] =>
  speakersOf(marked).map((speaker) => speaker?.name ?? null);
