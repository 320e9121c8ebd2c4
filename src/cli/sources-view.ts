/** What is watched, and how much of it comes in, as people read it. */
import type { OutletHealth, PartHealth, WatchedSource } from '../store/index.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';

/** "2031-05-04 10:15" of an ISO 8601 date and time. */
const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

/** One source: number, outlet, address, what came of it, and since when it fails. */
export function sourceView(source: WatchedSource): string {
  const { id, outlet, kind, url, folders, announced, askedAt, nextAt, removedAt, failingSince, failures } = source;
  const about = [
    kind,
    folders.length > 0 && `in ${folders.join(' / ')}`,
    count(announced, 'article'),
    askedAt === null ? 'not asked yet' : `asked ${minute(askedAt)}`,
    removedAt !== null ? `removed ${minute(removedAt)}` : nextAt !== null && `next ${minute(nextAt)}`,
  ];
  const lines = [
    wrap(`${stripUnsafe(`${id}  ${outlet}`)}  ${paint('dim', stripUnsafe(url))}`, '', '    '),
    wrap(paint('dim', stripUnsafe(about.filter(Boolean).join(', '))), '    '),
  ];
  if (failingSince !== null) {
    const words = `failing since ${minute(failingSince)} (${count(failures, 'attempt')}): ${source.reason ?? ''}`;
    lines.push(wrap(stripUnsafe(words), '    '));
  }
  return lines.join('\n');
}

const PARTS = { list: 'lists', page: 'pages' } as const;

function partView({ part, outcomes, failing }: PartHealth): string[] {
  const counted = outcomes.map(({ outcome, attempts }) => `${outcome} ${attempts.toLocaleString('en')}`).join(', ');
  const lines = [wrap(`${PARTS[part]}  ${counted}`, '  ', '         ')];
  if (failing) {
    const { since, attempts, outcome, reason, url } = failing;
    const words = `failing since ${minute(since)} (${count(attempts, 'attempt')}), ${outcome}: ${reason} ${url}`;
    lines.push(wrap(stripUnsafe(words), '         '));
  }
  return lines;
}

/** How much of an outlet comes in: the share of its articles, attempts by outcome, and since when it fails. */
export function healthView({ outlet, attempts, tried, whole, parts }: OutletHealth): string {
  const share = tried === 0 ? '' : ` (${Math.floor((100 * whole) / tried)}%)`;
  const came = tried === 0 ? 'no article tried yet' : `${whole} of ${count(tried, 'article')} in whole${share}`;
  const head = `${paint('bold', stripUnsafe(outlet))}  ${came}, ${count(attempts, 'attempt')}`;
  return [wrap(head), ...parts.flatMap(partView)].join('\n');
}
