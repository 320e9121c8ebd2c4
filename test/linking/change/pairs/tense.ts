import { directPairs } from './pair.ts';

export const tense = directPairs([
  ['We are at war with the drought.', 'We were at war with the drought.', 'altered', 'tense'],
  ['He is a friend of the family.', 'He was a friend of the family.', 'altered', 'tense'],
  ['They support the strike.', 'They supported the strike.', 'altered', 'tense'],
  ['We win every vote.', 'We won every vote.', 'altered', 'tense'],
  ['The general has left the city.', 'The general had left the city.', 'altered', 'tense'],
  ['The general has left the city.', 'The general left the city.', 'altered', 'tense'],
  ['We know the danger.', 'We knew the danger.', 'altered', 'tense'],
  ['They will leave the valley.', 'They left the valley.', 'altered', 'tense'],
  ['The company pays no taxes.', 'The company paid no taxes.', 'altered', 'tense'],
  ['She wants a new election.', 'She wanted a new election.', 'altered', 'tense'],
  ['The talks have begun.', 'The talks had begun.', 'altered', 'tense'],
  ['The dam is holding.', 'The dam was holding.', 'altered', 'tense'],
  ['We do need more doctors.', 'We did need more doctors.', 'altered', 'tense'],
  ['He says he is innocent.', 'He said he is innocent.', 'altered', 'tense'],
  ['They will withdraw in spring.', 'They withdrew in spring.', 'altered', 'tense'],
  ['We decide together.', 'We decided together.', 'altered', 'tense'],
  ['I try to help them.', 'I tried to help them.', 'altered', 'tense'],
  ['The ferry stops at Tarn.', 'The ferry stopped at Tarn.', 'altered', 'tense'],
]);
