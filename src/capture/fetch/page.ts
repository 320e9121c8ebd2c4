/** Pages and texts from the net. */
import type { RefusalCode } from '../../model.ts';
import { Refused } from '../refused.ts';
import { KINDS_BY_TYPE, type Kind, MEDIA_TYPES, sniffKind } from '../sniff.ts';
import { type AttemptOptions, attempt, type Fetched } from './attempt.ts';

/** A body as it came, unpacked where the server packed it for the way. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly kind: Kind;
  /** As the server declared it, with its charset; recognised where it declared none. */
  readonly mediaType: string;
  readonly charset: string | null;
  /** The address after redirects. */
  readonly url: string;
  /** What the attempt tells of the answer. */
  readonly answer: Pick<Fetched, 'redirects' | 'status' | 'headers'>;
}

/** What makes an attempt one for a page or a text. */
export const FOR_PAGES = {
  types: new Set(Object.keys(KINDS_BY_TYPE)),
  headers: {
    accept: `${Object.keys(KINDS_BY_TYPE).join(', ')}, */*;q=0.1`,
    'accept-language': 'en, *;q=0.5',
  },
} as const satisfies AttemptOptions;

const mediaTypeOf = ({ type }: Fetched, kind: Kind): string => {
  if (!type) return MEDIA_TYPES[kind];
  return type.charset ? `${type.essence}; charset=${type.charset}` : type.essence;
};

/** Makes one attempt for a page or a text. */
export const attemptPage = (address: string, options: AttemptOptions): Promise<Fetched> =>
  attempt(address, { ...FOR_PAGES, ...options });

/**
 * What an attempt brought.
 *
 * @throws Refused with the outcome, where that is not `ok`
 */
export function pageOf(fetched: Fetched): FetchedPage {
  const { body: bytes, outcome, reason, type, finalUrl: url, redirects, status, headers } = fetched;
  const answer = { redirects, status, headers };
  if (!bytes) throw new Refused(outcome as RefusalCode, reason ?? 'there is nothing new in it');
  const kind = (type && KINDS_BY_TYPE[type.essence]) ?? sniffKind(bytes);
  return { bytes, kind, mediaType: mediaTypeOf(fetched, kind), charset: type?.charset ?? null, url, answer };
}

/**
 * Fetches a page, as `attempt` does.
 *
 * @throws Refused with the outcome, where that is not `ok`
 */
export const fetchPage = async (address: string, options: AttemptOptions): Promise<FetchedPage> =>
  pageOf(await attemptPage(address, options));
