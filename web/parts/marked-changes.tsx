import type { WordChange } from '../article/word-changes.ts';

/** Words with what was taken out and put in. The marks are said too, since few screen readers tell `del` and `ins`. */
export function MarkedChanges({ changes }: { readonly changes: readonly WordChange[] }) {
  return changes.map(({ change, words }, i) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: what was changed never changes its place.
    if (change === 'same') return <span key={i}>{words}</span>;
    const Mark = change === 'removed' ? 'del' : 'ins';
    return (
      <Mark key={i}>
        <span className="visually-hidden"> {change}: </span>
        {words}
        <span className="visually-hidden"> (end) </span>
      </Mark>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: what was changed never changes its place.
  });
}
