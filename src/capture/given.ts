/** A file handed over by name and bytes, as a person gives one to a page: nothing is read from outside. */
import type { Capture, Refusal } from '../model.ts';
import { toCapture } from './article.ts';
import { idOfFile, receive } from './files.ts';
import { refusal } from './refused.ts';

/** A file that holds one article. */
export interface GivenFile {
  /** Its ending says what it holds, as for files on disk. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes a capture of a file of one article: text, Markdown, a page, a Word document, a PDF, a saved page.
 *
 * @param most how many bytes it may have, packed or unpacked
 * @returns a refusal, by the file's name, where it holds no article, or more than one
 */
export async function captureGiven({ name, bytes }: GivenFile, now: Date, most: number): Promise<Capture | Refusal> {
  try {
    return await toCapture(await receive(name, bytes, most), idOfFile(name), now, []);
  } catch (error) {
    return refusal(name, error);
  }
}
