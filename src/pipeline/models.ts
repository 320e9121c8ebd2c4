import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AttributionWeights } from '../attribution/index.ts';
import type { SpeakerWeights } from '../speakers/index.ts';

/** The package's own models, as seen from `src/pipeline` and from `dist/pipeline` alike. */
export const OWN_MODELS = fileURLToPath(new URL('../../models', import.meta.url));

async function readBytes(folder: string, name: string): Promise<Uint8Array> {
  const file = join(folder, name);
  try {
    return await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'is missing' : `cannot be read (${message})`;
    throw new Error(
      `The model ${file} ${why}. It comes with Onrecord: install it again, or in a checkout: npm run train.`,
      { cause: error },
    );
  }
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const bytes = await readBytes(folder, name);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`The model ${join(folder, name)} is damaged: it holds no JSON. Install Onrecord again.`, {
      cause: error,
    });
  }
}

/** What the stages need to know, as training wrote it. */
export interface Models {
  readonly attribution: AttributionWeights;
  readonly speakers: SpeakerWeights;
}

/**
 * Reads the models of all stages from a folder.
 * @throws Error, in words for people, that names the file which is missing or damaged.
 */
export async function readModels(folder: string): Promise<Models> {
  const [network, tagger, assembly, confidence, speakers] = await Promise.all([
    readBytes(folder, 'tagger.onnx'),
    readJson(folder, 'tagger.json'),
    readJson(folder, 'assembly.json'),
    readJson(folder, 'confidence.json'),
    readJson(folder, 'speakers.json'),
  ]);
  return {
    attribution: { network, tagger, assembly, confidence } as AttributionWeights,
    speakers: speakers as SpeakerWeights,
  };
}
