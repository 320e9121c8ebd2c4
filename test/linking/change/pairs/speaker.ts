import type { WordPair } from './pair.ts';

const said = (
  words: string,
  from: string | null,
  to: string | null,
  change: WordPair['change'],
  kinds: string,
  cut?: string,
): WordPair => ({
  before: words,
  after: cut ?? words,
  change,
  kinds,
  speakers: [from, to],
});

export const speaker = [
  said('The harbour belongs to us all.', 'Anna Marro', 'Tomas Pell', 'altered', 'speaker'),
  said('The harbour belongs to us all.', 'Anna Marro', 'Anna Marro', 'identical', ''),
  said('The harbour belongs to us all.', 'Anna Marro', null, 'identical', ''),
  said('The harbour belongs to us all.', null, 'Tomas Pell', 'identical', ''),
  said('We have nothing to hide.', 'Irena Malk', 'Joel Okello', 'altered', 'speaker'),
  said('This is a dark day for Sorland.', 'Joel Okello', 'Irena Malk', 'altered', 'speaker'),
  said(
    'I have read the report, and it is a scandal.',
    'Joel Okello',
    'Irena Malk',
    'excerpt',
    'speaker',
    'it is a scandal',
  ),
  said('I have read the report, and it is a scandal.', 'Joel Okello', 'Joel Okello', 'excerpt', '', 'it is a scandal'),
  said('We will rebuild it.', 'Anna Marro', 'Tomas Pell', 'altered', 'negation speaker', 'We will not rebuild it.'),
  said('We lost 40 men.', 'Anna Marro', 'Tomas Pell', 'altered', 'number speaker', 'We lost 50 men.'),
  said('They have to go.', 'Anna Marro', 'Tomas Pell', 'altered', 'speaker', 'They have to go,'),
  said("It's the law.", 'Anna Marro', 'Tomas Pell', 'altered', 'speaker', 'It is the law'),
  said(
    'Every vote counts in this city.',
    'Mila Strand',
    'Oskar Lind',
    'altered',
    'speaker wording',
    'Every voice counts in this city.',
  ),
  said(
    'Every vote counts in this city.',
    'Mila Strand',
    null,
    'altered',
    'wording',
    'Every voice counts in this city.',
  ),
  said('Not one of them came to the funeral.', 'Mila Strand', 'Oskar Lind', 'altered', 'speaker'),
  said('They sold us out for a railway.', 'Oskar Lind', 'Mila Strand', 'excerpt', 'speaker', 'sold us out'),
];
