import { KindMark } from '../parts/kind-mark.tsx';
import { kindWords, modeWords, typeWords } from '../words.ts';

const kinds = ['person', 'organization', 'group', 'document', 'unnamed', 'author', 'unknown'] as const;

/** How the marks of an article are to be read. */
export function Legend() {
  return (
    <details className="legend">
      <summary>How to read this</summary>
      <p>
        What a speaker is reported to have said is tinted and underlined in the speaker's colour. Point at it, or choose
        it, and <span className="shown-source hue-none">the words that name the source</span> are boxed and{' '}
        <span className="shown-cue hue-none">the words that attribute it</span> are dashed. Where one statement stands
        inside another, the line below is the outer speaker's, who reports it; click again to choose the outer one. Two
        sheets beside a number: other articles report it too; crossed lines: their words, or those here, differ from the
        earliest report.
      </p>
      <ul className="plain legend-kinds">
        {kinds.map((kind) => (
          <li key={kind} className="hue-none">
            <KindMark kind={kind} /> <span className={`said kind-${kind}`}>{kindWords[kind]}</span>
          </li>
        ))}
      </ul>
      <dl>
        {Object.values(typeWords).map(({ label, meaning }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        {Object.values(modeWords).map(({ label, meaning }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        <div>
          <dt>confidence</dt>
          <dd>How sure the finding is, not how true the statement is. Below 50% it is marked as uncertain.</dd>
        </div>
      </dl>
    </details>
  );
}
