import { directPairs } from './pair.ts';

export const added = directPairs([
  ['We need a strong and honest leader.', 'We need a strong leader.', 'altered', 'omission'],
  ['We need a strong leader.', 'We need a strong and honest leader.', 'altered', 'addition'],
  ['The fleet left the old harbour at dawn.', 'The fleet left the harbour at dawn.', 'altered', 'omission'],
  ['The fleet left the harbour at dawn.', 'The whole fleet left the harbour at dawn.', 'altered', 'addition'],
  ['He is, frankly, a coward.', 'He is a coward.', 'altered', 'omission'],
  ['He is a coward.', 'He is a filthy coward.', 'altered', 'addition'],
  [
    'It has to do with the lake and whether the town wants to sell it and whether the town can pay.',
    'It has to do with the lake and whether the town can pay.',
    'altered',
    'omission',
  ],
  [
    'The river is ours. We have fished it for ages. Nobody can take it.',
    'The river is ours. Nobody can take it.',
    'altered',
    'omission',
  ],
  [
    'The river is ours. Nobody can take it.',
    'The river is ours. They are thieves. Nobody can take it.',
    'altered',
    'addition',
  ],
  ['I met the king and the queen in the garden.', 'I met the king in the garden.', 'altered', 'omission'],
  ['We want peace for the valley.', 'We want peace and justice for the valley.', 'altered', 'addition'],
  [
    'This is the greatest festival in the north.',
    'This is the greatest music festival in the north.',
    'altered',
    'addition',
  ],
  ['The new rules, which nobody read, are a mess.', 'The new rules are a mess.', 'altered', 'omission'],
  ['The rules are a mess.', 'The rules, written in haste, are a mess.', 'altered', 'addition'],
  ['Our brave soldiers hold the pass.', 'Our soldiers hold the pass.', 'altered', 'omission'],
  ['They told the truth to the whole world.', 'They told the truth to the world.', 'altered', 'omission'],
  ['We thank the doctors of the clinic.', 'We thank the tired doctors of the clinic.', 'altered', 'addition'],
]);
