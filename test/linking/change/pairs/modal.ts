import { directPairs } from './pair.ts';

export const modal = directPairs([
  ['We should leave the alliance.', 'We must leave the alliance.', 'altered', 'modal'],
  ['They may strike again.', 'They will strike again.', 'altered', 'modal'],
  ['We can defend the pass.', 'We could defend the pass.', 'altered', 'modal'],
  ['The mayor might resign.', 'The mayor should resign.', 'altered', 'modal'],
  ['We have to raise the tax.', 'We might raise the tax.', 'altered', 'modal'],
  ['She could win this vote.', 'She would win this vote.', 'altered', 'modal'],
  ['You need to pay the toll.', 'You can pay the toll.', 'altered', 'modal'],
  ['We will talk to Sorland.', 'We would talk to Sorland.', 'altered', 'modal'],
  ['They must hand over the files.', 'They can hand over the files.', 'altered', 'modal'],
  ['It may be the last harvest.', 'It must be the last harvest.', 'altered', 'modal'],
  ['The court shall decide.', 'The court may decide.', 'altered', 'modal'],
  ['Both sides ought to step back.', 'Both sides must step back.', 'altered', 'modal'],
  ["We'd close the border.", 'We will close the border.', 'altered', 'modal'],
  ['They might lose the north.', 'They lose the north.', 'altered', 'modal'],
  ['The union must accept the offer by noon.', 'The union should accept the offer by noon.', 'altered', 'modal'],
  ["You shouldn't trust the figures.", "You can't trust the figures.", 'altered', 'modal'],
  ['I would have signed it.', 'I should have signed it.', 'altered', 'modal'],
  ['We could be wrong about the reactor.', 'We are wrong about the reactor.', 'altered', 'modal*'],
]);
