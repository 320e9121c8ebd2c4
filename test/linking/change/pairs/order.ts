import { directPairs } from './pair.ts';

export const order = directPairs([
  ['a lot of coal companies and coal miners', 'a lot of coal miners and coal companies', 'altered', 'order'],
  ['Dogs bite men.', 'Men bite dogs.', 'altered', 'order'],
  ['We thank the nurses and the doctors.', 'We thank the doctors and the nurses.', 'altered', 'order'],
  ['Tomorrow we march on the capital.', 'We march on the capital tomorrow.', 'altered', 'order'],
  ['Velmark attacked Sorland.', 'Sorland attacked Velmark.', 'altered', 'order'],
  ['It is a fair and lasting peace.', 'It is a lasting and fair peace.', 'altered', 'order'],
  ['The miners and their families suffer.', 'Their families and the miners suffer.', 'altered', 'order'],
  ['Honestly, the plan is dead.', 'The plan is dead, honestly.', 'altered', 'order'],
  ['We lost the north and the east.', 'We lost the east and the north.', 'altered', 'order'],
  ['In the end the people decide.', 'The people decide in the end.', 'altered', 'order'],
  ['The bridge is old. The road is worse.', 'The road is worse. The bridge is old.', 'altered', 'order'],
  ['We want bread, work and schools.', 'We want work, bread and schools.', 'altered', 'order'],
  ['Sadly, the clinic closed its doors.', 'The clinic closed its doors, sadly.', 'altered', 'order'],
  ['the harbour, the airport and the railway', 'the railway, the airport and the harbour', 'altered', 'order'],
  ['Farmers blame bankers.', 'Bankers blame farmers.', 'altered', 'order'],
]);
