import { directPairs } from './pair.ts';

export const marks = directPairs([
  ['We will recieve the money.', 'We will receive the money.', 'altered', 'spelling'],
  ['It occured in the night.', 'It occurred in the night.', 'altered', 'spelling'],
  ['I spoke with Danilo Zelensky there.', 'I spoke with Danilo Zelenskyy there.', 'altered', 'spelling'],
  ['These are seperate matters.', 'These are separate matters.', 'altered', 'spelling'],
  ['We met Andrey in Tarn.', 'We met Andrei in Tarn.', 'altered', 'spelling'],
  ['They were definately there.', 'They were definitely there.', 'altered', 'spelling'],
  ['The accomodation was poor.', 'The accommodation was poor.', 'altered', 'spelling'],
  ['Our freinds in the north helped.', 'Our friends in the north helped.', 'altered', 'spelling'],
  ['I thank Oleksiy for the boats.', 'I thank Oleksii for the boats.', 'altered', 'spelling'],
  ['He will resign?', 'He will resign.', 'altered', 'punctuation'],
  ['They are our friends.', 'They are our friends?', 'altered', 'punctuation'],
  ['You sold the mine? Now pay.', 'You sold the mine. Now pay.', 'altered', 'punctuation'],
  ['That is the plan. Who pays for it?', 'That is the plan? Who pays for it?', 'altered', 'punctuation'],
  ['Is this the end? I believe so.', 'Is this the end. I believe so.', 'altered', 'punctuation'],
  ['We shall see! It is late.', 'We shall see. It is late.', 'identical', ''],
  ['We came; we saw.', 'We came, we saw.', 'identical', ''],
]);
