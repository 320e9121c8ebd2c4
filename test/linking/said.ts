import type { Reported, ReportedIn, ReportedSpeaker } from '../../src/model.ts';

/** A person of this name, the same everywhere. */
export const person = (name: string): ReportedSpeaker => ({ id: name, name, kind: 'person' });

/** Words as somebody said them. */
export const said = (speaker: ReportedSpeaker | null, ...words: string[]): Reported => {
  return { words, type: 'direct', mode: 'says', speaker, saidOn: null };
};

/** Words as a reporter gives them; quotation marks inside them make them mixed. */
export const told = (speaker: ReportedSpeaker | null, words: string): Reported => {
  return { ...said(speaker, words), type: words.includes('“') ? 'mixed' : 'indirect' };
};

/** An article of that day. */
export const articleOn = (id: string, published: string | null, outlet = 'Kolm Courier'): ReportedIn => {
  return { id, outlet, published };
};
