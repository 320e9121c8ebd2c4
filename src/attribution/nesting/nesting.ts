import type { Document } from '../../text/index.ts';
import type { Assembled } from '../assembly/assembly.ts';
import { type ConfidenceWeights, confidenceOf, evidenceOf } from '../confidence.ts';
import type { Tagged } from '../network/tagger.ts';
import { isWorthGiving } from '../worth.ts';
import { isReport, mayReport } from './reports.ts';
import { stretchOf } from './stretches.ts';

/** A document's labels and what they were assembled into. */
export interface Found {
  /** From `quotationState` of the document. */
  readonly states: Uint8Array;
  readonly tagged: Tagged;
  readonly assembled: readonly Assembled[];
}

/** An attribution, where it was read, and whose content it was read in. */
export interface Sighting {
  /** The article, or a content of `outer` as a document of its own: what the indices of `tagged` and `assembled` refer to. */
  readonly document: Document;
  readonly tagged: Tagged;
  readonly assembled: Assembled;
  readonly confidence: number;
  /** Who reports this attribution: the one whose content holds it, or null. */
  readonly outer: Sighting | null;
}

/** A chain has so many attributions at most: "A said that B had told C that D …" is three deep. */
const DEEPEST = 3;

/** An inner attribution less sure than this is left out: most of those below end where they should not. */
const SURE = 0.55;

/** What was found in a document, each with how sure it is. */
function sightingsIn(
  document: Document,
  { tagged, assembled }: Found,
  outer: Sighting | null,
  weights: ConfidenceWeights,
): Sighting[] {
  return assembled.map((one) => {
    const confidence = confidenceOf(evidenceOf(tagged, one), weights);
    return { document, tagged, assembled: one, confidence, outer };
  });
}

interface Stretch {
  readonly document: Document;
  /** Whether it stands in quotation marks. */
  readonly quoted: boolean;
  readonly outer: Sighting;
  readonly article: number;
}

/** The contents that are worth reading again, of attributions that were all found in one document. */
function stretchesOf(states: Uint8Array, sightings: readonly Sighting[], article: number): Stretch[] {
  return sightings.flatMap((outer) =>
    outer.assembled.contents.flatMap((content) => {
      const document = stretchOf(outer.document, states, content, outer.assembled.cue);
      const quoted = states[content.first] !== 0;
      return mayReport(document) ? [{ document, quoted, outer, article }] : [];
    }),
  );
}

/**
 * Finds what speakers report of others. The corpus that the network learned from marks one attribution where several
 * stand within each other ("a spokesman said that the minister had promised …"), so the contents that hold a verb of
 * reporting are read again, each as a paragraph of its own, and what is surely a report is kept. All contents of all
 * articles are read together, and then those found in them.
 *
 * @param found what was found in each of the documents
 * @param find labels and assembles any number of documents
 * @param weights of the confidence, by which what is not likely right is left out, and an inner attribution must be sure
 * @returns for each document all its attributions, the outermost first
 */
export async function withNested(
  documents: readonly Document[],
  found: readonly Found[],
  find: (documents: readonly Document[]) => Promise<readonly Found[]>,
  weights: ConfidenceWeights,
): Promise<Sighting[][]> {
  const sightings = found.map((one, article) =>
    sightingsIn(documents[article]!, one, null, weights).filter(({ tagged, assembled, confidence }) =>
      isWorthGiving(tagged, assembled, confidence),
    ),
  );
  let stretches = sightings.flatMap((outer, article) => stretchesOf(found[article]!.states, outer, article));
  for (let depth = 1; depth < DEEPEST && stretches.length > 0; depth++) {
    const read = await find(stretches.map(({ document }) => document));
    stretches = stretches.flatMap(({ document, quoted, outer, article }, i) => {
      const inner = sightingsIn(document, read[i]!, outer, weights).filter(
        ({ assembled, confidence }) => confidence >= SURE && isReport(document, assembled, quoted),
      );
      sightings[article]!.push(...inner);
      return stretchesOf(read[i]!.states, inner, article);
    });
  }
  return sightings;
}
