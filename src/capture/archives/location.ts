/**
 * Where snapshots came from, as target URIs of an archive. What has an address keeps it; a file's path, which is no URI,
 * is written under a scheme of our own, so that reading an export gives the same locations again.
 */
import { isAddress } from '../sniff.ts';

const SCHEME = 'onrecord:';

export const toTargetUri = (location: string): string =>
  isAddress(location)
    ? location
    : SCHEME + encodeURI(location.toWellFormed()).replaceAll('#', '%23').replaceAll('?', '%3F');

/** The location that a target URI stands for. */
export function fromTargetUri(uri: string): string {
  if (!uri.startsWith(SCHEME)) return uri;
  const path = uri.slice(SCHEME.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a target URI is one that an export of ours gave to a file, a line or standard input. */
export const isOwnUri = (uri: string): boolean => uri.startsWith(SCHEME);
