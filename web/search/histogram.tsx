import { type KeyboardEvent, useState } from 'react';
import { counted } from '../words.ts';
import { type Bar, barsOf } from './months.ts';

const HEIGHT = 40;
/** The least that is seen of what is not nothing. */
const LEAST = 2;

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const barWords = ({ name }: Bar): string =>
  name.length === 4 ? name : monthFormat.format(Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5)) - 1));

interface HistogramProps {
  readonly months: Parameters<typeof barsOf>[0];
  readonly from: string | null;
  readonly to: string | null;
  choose(from: string | null, to: string | null): void;
}

/** How many were found in each month or year: each bar a button that narrows to it. One stop for Tab; arrows go along. */
export function Histogram({ months, from, to, choose }: HistogramProps) {
  const bars = barsOf(months, { from, to });
  const [at, setAt] = useState(0);
  if (bars.length < 2) return null;
  const stop = Math.min(at, bars.length - 1);
  const most = Math.max(...bars.map(({ count }) => count));
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(stop + step, 0), bars.length - 1);
    setAt(next);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset within the facet's own would be named twice. */}
      <div className="histogram" role="group" aria-label="Found over time; arrow keys go along" onKeyDown={press}>
        {bars.map((bar, i) => {
          const height = bar.count === 0 ? 0 : Math.max(LEAST, Math.round((bar.count / most) * HEIGHT));
          const words = `${barWords(bar)}: ${counted(bar.count, 'statement')}`;
          return (
            <button
              key={bar.name}
              type="button"
              tabIndex={i === stop ? 0 : -1}
              aria-label={words}
              title={words}
              onFocus={() => setAt(i)}
              onClick={() => choose(bar.from, bar.to)}
            >
              <svg viewBox={`0 0 1 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect x="0" y={HEIGHT - height} width="1" height={height} />
              </svg>
            </button>
          );
        })}
      </div>
      <p className="histogram-ends" aria-hidden="true">
        <span>{barWords(bars[0]!)}</span> <span>{barWords(bars.at(-1)!)}</span>
      </p>
    </>
  );
}
