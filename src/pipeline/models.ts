import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AttributionWeights } from '../attribution/index.ts';
import type { StanceWeights } from '../positions/index.ts';
import type { SpeakerWeights } from '../speakers/index.ts';

/** The package's own models, as seen from `src/pipeline` and from `dist/pipeline` alike. */
export const OWN_MODELS = fileURLToPath(new URL('../../models', import.meta.url));

async function readBytes(folder: string, name: string): Promise<Uint8Array> {
  const file = join(folder, name);
  return readFile(file).catch((error) => {
    throw unreadable(file, error);
  });
}

function unreadable(file: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'ENOENT' ? 'is missing' : `cannot be read (${message})`;
  return new Error(
    `The model ${file} ${why}. It comes with Onrecord: install it again, or in a checkout: npm run train.`,
    { cause: error },
  );
}

async function readJson(folder: string, name: string): Promise<unknown> {
  return parse(join(folder, name), await readBytes(folder, name));
}

function parse(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`The model ${file} is damaged: it holds no JSON. Install Onrecord again.`, { cause: error });
  }
}

/**
 * Reads how common words are, for stories: at once, since a record is opened at once.
 * @throws Error, in words for people, that names the file when it is missing or damaged.
 */
export function readCommonWords(): unknown {
  const file = join(OWN_MODELS, 'common-words.json');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
  return parse(file, bytes);
}

/** What the stages need to know, as training wrote it. */
export interface Models {
  readonly attribution: AttributionWeights;
  readonly speakers: SpeakerWeights;
  readonly stance: StanceWeights;
}

/**
 * Reads the models of all stages from a folder.
 * @throws Error, in words for people, that names the file which is missing or damaged.
 */
export async function readModels(folder: string): Promise<Models> {
  const [network, tagger, assembly, confidence, speakers, stance] = await Promise.all([
    readBytes(folder, 'tagger.onnx'),
    readJson(folder, 'tagger.json'),
    readJson(folder, 'assembly.json'),
    readJson(folder, 'confidence.json'),
    readJson(folder, 'speakers.json'),
    readJson(folder, 'stance.json'),
  ]);
  return {
    attribution: { network, tagger, assembly, confidence } as AttributionWeights,
    speakers: speakers as SpeakerWeights,
    stance: stance as StanceWeights,
  };
}
