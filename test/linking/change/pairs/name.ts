import { directPairs } from './pair.ts';

export const name = directPairs([
  ['We will fight for Velmark.', 'We will fight for Sorland.', 'altered', 'name'],
  ['I spoke with Anna Marro last night.', 'I spoke with Irena Malk last night.', 'altered', 'name'],
  ['The people of Tarn deserve peace.', 'The people of Varn deserve peace.', 'altered', 'name'],
  ['Okello lied to the court.', 'Tavares lied to the court.', 'altered', 'name'],
  ['The Harbour Union backs us.', 'The Miners Union backs us.', 'altered', 'name'],
  ['He flew to Kestrow and met the king.', 'He flew to Dunmere and met the king.', 'altered', 'name'],
  ['Sorland troops crossed the river.', 'Velmark troops crossed the river.', 'altered', 'name'],
  ['We bought it from Brenn Motors in spring.', 'We bought it from Halden Motors in spring.', 'altered', 'name'],
  ['I trust President Pell.', 'I trust President Orlov.', 'altered', 'name'],
  ['The Velmarkan army is beaten.', 'The Sorlandic army is beaten.', 'altered', 'name'],
  ['Nobody warned Lake Town.', 'Nobody warned Mill Town.', 'altered', 'name'],
  ['She left the Green League.', 'She left the Free League.', 'altered', 'name'],
  ['We told [Marro] to wait for the judge.', 'We told [Okello] to wait for the judge.', 'altered', 'name'],
  ['From Oskar Lind we have heard nothing.', 'From Peter Lind we have heard nothing.', 'altered', 'name'],
  ['The Daily Gull got it wrong.', 'The Daily Heron got it wrong.', 'altered', 'name'],
  ['Marro and Pell were friends.', 'Marro and Okello were friends.', 'altered', 'name'],
  ['We will not give up Ostmark.', 'We will not give up Westmark.', 'altered', 'name'],
]);
