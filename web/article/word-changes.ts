import type { RecordedRevision } from '../../src/server/revision-schemas.ts';

export type WordChange = NonNullable<RecordedRevision['changes']>['text'][number];

/** The paragraphs in which something changed, in their order; null stands for those between them that stayed. */
export function changedParagraphs(text: readonly WordChange[]): (readonly WordChange[] | null)[] {
  const paragraphs: WordChange[][] = [[]];
  for (const { change, words } of text) {
    for (const [i, piece] of words.split('\n').entries()) {
      if (i > 0) paragraphs.push([]);
      if (piece !== '') paragraphs.at(-1)!.push({ change, words: piece });
    }
  }
  const shown: (readonly WordChange[] | null)[] = [];
  for (const paragraph of paragraphs) {
    const isChanged = paragraph.some(({ change, words }) => change !== 'same' && words.trim() !== '');
    const isBlank = paragraph.every(({ words }) => words.trim() === '');
    if (isChanged) shown.push(paragraph);
    else if (!isBlank && shown.at(-1) !== null) shown.push(null);
  }
  return shown;
}
