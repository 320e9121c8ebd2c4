import { useState } from 'react';
import type { RecordedDoubt } from '../../src/server/review-schemas.ts';
import type { RecordedSpeaker } from '../../src/server/schemas.ts';
import { api } from '../api.ts';
import { Combobox, type Offered } from '../parts/combobox.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { useDelayed } from '../parts/use-delayed.ts';
import { useAnswer } from '../use-answer.ts';
import { counted, kindWords } from '../words.ts';

type Kind = RecordedSpeaker['kind'];
/** A speaker of the record by key, one by name whom it may not know, or nobody. */
export type ChosenSpeaker = string | { readonly name: string; readonly kind: Kind } | null;

/** How many of the record are offered. */
const OFFERED = 8;
const NEW_KINDS = ['person', 'organization'] as const;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

interface SpeakerChoiceProps {
  readonly label: string;
  readonly here: RecordedDoubt['speakers'];
  /** The key of a speaker that is not offered: the one it is about. */
  readonly without: string | null;
  /** Whether somebody whom the record does not know may be named, or nobody. */
  readonly open: boolean;
  choose(speaker: ChosenSpeaker): void;
  leave(): void;
}

/** Chooses a speaker: of the article first, then of the whole record by what is typed. */
export function SpeakerChoice({ label, here, without, open, choose, leave }: SpeakerChoiceProps) {
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const asked = useDelayed(words, 150);
  const { data } = useAnswer(asked ? api.speakers(1, asked, OFFERED) : null);
  const near = here.filter(({ key, name }) => key !== without && folded(name).includes(folded(words)));
  const known = new Set([without, ...near.map(({ key }) => key)]);
  const far = words === '' ? [] : (data?.items ?? []).filter(({ key }) => !known.has(key));

  const offered: Offered<ChosenSpeaker>[] = [
    ...near.map((speaker) => ({
      key: speaker.key,
      value: speaker.key,
      words: (
        <SpeakerOffered {...speaker} counts={`${speaker.here} here, ${counted(speaker.attributions, 'statement')}`} />
      ),
    })),
    ...far.map((speaker) => ({
      key: speaker.key,
      value: speaker.key,
      words: <SpeakerOffered {...speaker} counts={`not here, ${counted(speaker.attributions, 'statement')}`} />,
    })),
  ];
  if (open) {
    if (words !== '') offered.push(...NEW_KINDS.map((kind) => newSpeaker(words, kind)));
    offered.push({ key: 'nobody', value: null, words: 'Nobody knows who it is' });
  }
  return (
    <Combobox
      label={label}
      placeholder="a name"
      offered={offered}
      typed={typed}
      type={setTyped}
      choose={choose}
      leave={leave}
    />
  );
}

function newSpeaker(name: string, kind: Kind): Offered<ChosenSpeaker> {
  return {
    key: `new ${kind}`,
    value: { name, kind },
    words: (
      <>
        <KindMark kind={kind} /> Another {kindWords[kind]}: “<bdi>{name}</bdi>”
      </>
    ),
  };
}

function SpeakerOffered({
  name,
  kind,
  counts,
}: {
  readonly name: string;
  readonly kind: Kind;
  readonly counts: string;
}) {
  return (
    <>
      <KindMark kind={kind} /> <bdi>{name}</bdi>{' '}
      <small>
        {kindWords[kind]}; {counts}
      </small>
    </>
  );
}
