import { directPairs } from './pair.ts';

export const wording = directPairs([
  ['Everybody should be believed.', 'Everyone should be believed.', 'altered', 'wording'],
  ['It is a big mistake.', 'It is a huge mistake.', 'altered', 'wording'],
  ['The beneficiary of the laws', 'The beneficiary of the law', 'altered', 'wording'],
  ['We will begin the work soon.', 'We will start the work soon.', 'altered', 'wording'],
  ['They destroyed the old church.', 'They burned the old church.', 'altered', 'wording'],
  ['The county is bankrupt.', 'The country is bankrupt.', 'altered', 'wording'],
  ['He is a clever politician.', 'He is a cunning politician.', 'altered', 'wording'],
  ['I want to help the miners.', 'I want to help the workers.', 'altered', 'wording'],
  ['This tax hurts families.', 'This tax harms families.', 'altered', 'wording'],
  ['We have a plan for the schools.', 'We have the plan for the schools.', 'altered', 'wording'],
  ['Our enemies are watching.', 'Our rivals are watching.', 'altered', 'wording'],
  ['It was a terrible night for the crew.', 'It was an awful night for the crew.', 'altered', 'wording'],
  ['The border is open to trade.', 'The border is open to commerce.', 'altered', 'wording'],
  ['My government answers to the voters.', 'Our government answers to the voters.', 'altered', 'wording'],
  ['The rebels fired on the train.', 'The terrorists fired on the train.', 'altered', 'wording'],
  ['They killed the reform.', 'They buried the reform.', 'altered', 'wording'],
  ['The moral damage is great.', 'The mortal damage is great.', 'altered', 'wording'],
]);
