import { directPairs } from './pair.ts';

export const condition = directPairs([
  ['We will talk if they withdraw.', 'We will talk.', 'excerpt', 'condition'],
  ['If they withdraw, we will talk.', 'we will talk', 'excerpt', 'condition'],
  ['We will sign the deal unless the court stops us.', 'We will sign the deal', 'excerpt', 'condition'],
  ['There will be no peace as long as one soldier stays.', 'There will be no peace', 'excerpt', 'condition'],
  [
    'I would accept the offer, but only after a vote of the members.',
    'I would accept the offer',
    'excerpt',
    'condition',
  ],
  ['We can open the border, provided that the patrols end.', 'We can open the border', 'excerpt', 'condition'],
  ['The road will stay closed until the spring.', 'The road will stay closed', 'excerpt', 'condition'],
  ['We accept the plan in exchange for guarantees.', 'We accept the plan', 'excerpt', 'condition'],
  ['Everyone may vote except the prisoners.', 'Everyone may vote', 'excerpt', 'condition'],
  ['We support the tax but not in this form.', 'We support the tax', 'excerpt', 'condition'],
  ['He will probably resign.', 'He will resign.', 'altered', 'condition'],
  ['Some farmers cheat.', 'Farmers cheat.', 'excerpt', 'condition'],
  ['The work is almost done.', 'The work is done.', 'altered', 'condition'],
  ['We will, if the court agrees, release the files.', 'We will release the files.', 'altered', 'condition'],
  ['We will, if the court agrees, release the files.', 'We will … release the files.', 'excerpt', 'condition'],
  ['Perhaps we were wrong about him.', 'we were wrong about him', 'excerpt', 'condition'],
  ['It is not only a defeat but a shame.', 'It is a defeat but a shame.', 'altered', 'condition*'],
  ['Unless it rains, we shall lose the crop.', 'we shall lose the crop', 'excerpt', 'condition'],
  ['He would be welcome here without his guards.', 'He would be welcome here', 'excerpt', 'condition'],
  ['We will pay for the bridge. If they come, we will talk.', 'We will pay for the bridge.', 'excerpt', ''],
]);
