import { api } from '../api.ts';
import { SpeakerField } from '../search/speaker-field.tsx';
import { useAnswer } from '../use-answer.ts';

interface SpeakerFacetProps {
  readonly chosen: string | null;
  choose(key: string | null): void;
}

/** Narrows a list to one speaker. */
export function SpeakerFacet({ chosen, choose }: SpeakerFacetProps) {
  const about = useAnswer(chosen === null ? null : api.speaker(chosen, 1, 1));
  if (chosen === null) {
    return (
      <div className="facet">
        <span className="facet-label">Speaker</span>
        <SpeakerField choose={choose} placeholder="any" />
      </div>
    );
  }
  const name = about.problem?.missing ? 'a speaker not in the record' : (about.data?.speaker.name ?? '…');
  return (
    <div className="facet">
      <span className="facet-label">Speaker</span>
      <button
        type="button"
        className="chosen"
        onClick={() => choose(null)}
        aria-label={`Any speaker, not only ${name}`}
      >
        <bdi>{name}</bdi> <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
