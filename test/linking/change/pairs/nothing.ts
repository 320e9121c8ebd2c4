import { directPairs } from './pair.ts';

/** What looks like a change and is none. */
export const nothing = directPairs([
  ["We won't go.", 'We will not go.', 'identical', ''],
  ["They shouldn't have come, they can't stay.", 'They should not have come; they cannot stay', 'identical', ''],
  ["I didn't do nothing.", 'I did not do nothing', 'identical', ''],
  ['It is not unlikely.', 'It’s not unlikely', 'identical', ''],
  ['We need 1,000 men', 'We need a thousand men', 'identical', ''],
  ['It rose by twenty per cent', 'It rose by 20%', 'identical', ''],
  ['He has not decided whether or not to run.', "He hasn't decided whether or not to run", 'identical', ''],
  ["She'd never sign it.", 'She would never sign it.', 'identical', ''],
  ["He'd left before noon.", 'He had left before noon.', 'identical', ''],
  ["What's done is done.", 'What is done is done.', 'identical', ''],
  ["It's been a hard year.", 'It has been a hard year.', 'identical', ''],
  ['Not now. Not ever.', 'Not now, not ever', 'identical', ''],
  ['The third of May, 1990', 'the 3rd of May 1990', 'identical', ''],
  ['We will (laughter) never do that again', 'We will never do that again', 'identical', ''],
  ['No one is above the law', 'No-one is above the law', 'identical', ''],
  ['She [Marro] never said so.', 'She never said so.', 'identical', ''],
  ['I mean, we cannot leave, um, ever.', 'We cannot leave ever.', 'identical', ''],
  ['“Never,” he told us, “never again”', 'Never, he told us, never again', 'identical', ''],
  ['They must not fail. Not only we depend on them.', 'They must not fail', 'excerpt', ''],
  ['We do not want war, and we have said so. We want the lake.', 'We want the lake', 'excerpt', ''],
  ['If it rains we stay. The harvest is safe either way.', 'The harvest is safe either way', 'excerpt', ''],
]);
