import { directPairs } from './pair.ts';

export const several = directPairs([
  ['We will send 20 tanks.', 'We will not send 30 tanks.', 'altered', 'negation number'],
  ['We should leave Velmark.', 'We must leave Sorland.', 'altered', 'modal name'],
  ['They are ready to pay 5 million.', 'They were ready to pay 6 million.', 'altered', 'number tense'],
  ['He may go home.', 'He must not go home.', 'altered', 'negation modal'],
  ['We can build a big port.', 'We could build a huge port.', 'altered', 'modal wording'],
  ['I have never lied to the people of Tarn.', 'I have lied to the people of Varn.', 'altered', 'negation name'],
  ['The brave crew saved 12 men.', 'The crew saved 13 men.', 'altered', 'number omission'],
  ['It is a fair offer to Marro.', 'It was a fair offer to Okello.', 'altered', 'name tense'],
  ['We need the miners and the farmers.', 'We needed the farmers and the miners.', 'altered', 'tense order'],
  ['They will probably lose 3 seats.', 'They will lose 4 seats.', 'altered', 'number condition'],
  ['We will talk in Kestrow if they withdraw.', 'We will talk in Dunmere.', 'altered', 'name condition'],
  ['The mayor is an honest man. I like him.', 'The mayor was an honest man.', 'altered', 'tense'],
  ['We recieve 40 boats a day.', 'We receive 50 boats a day.', 'altered', 'number spelling'],
  ['Nobody can stop us in the north.', 'Everybody can stop us in the south.', 'altered', 'negation*'],
  ["I can't accept three of these rules.", 'I can accept two of these rules.', 'altered', 'negation number'],
  ['She might win the third round.', 'She will win the first round.', 'altered', 'number modal'],
]);
