/** Names of papers, stations and agencies. */
import { NAME } from './line.ts';

const KINDS =
  'Post|Times|News|Herald|Gazette|Tribune|Daily|Weekly|Independent|Courier|Press|Agency|TV|Television|Radio|Journal|' +
  'Chronicle|Mail|Star|Mirror|Observer|Guardian|Telegraph|Standard|Express|Record|Review|Dispatch|Examiner|Bulletin|' +
  'Broadcasting|Broadcaster|Today|Online|Reporter|Wire|Monitor|Globe|Sentinel|Argus|Echo|Ledger|Inquirer|Messenger|' +
  'Mercury|Voice|Network|Media|Pravda|Gazeta|Zeitung|Presse|Tageblatt|Kurier';
/** The kind stands last ("The Norta Herald"), or first ("Daily Lantern", "Radio Norta", "Voice of Kalvia"). */
const PRESS = new RegExp(
  String.raw`(?: |^)(?:${KINDS})$|^(?:The )?(?:Daily|Weekly|Sunday|Evening|Morning|Radio|Voice of|Journal of) \p{Lu}|^(?:The )?(?:${KINDS}) of \p{Lu}`,
  'u',
);
const WHOLE = new RegExp(`^(?:The |the )?${NAME}$`, 'u');

/** Whether a name is one that papers, stations and agencies bear ("The Norta Herald", "Strait Wire"). */
export const isPressName = (name: string): boolean =>
  PRESS.test(name) && WHOLE.test(name) && name.split(' ').length <= 5;

/** Whether a line is the name of a paper, a station or an agency, perhaps in two forms ("KALNA | Kalvian National Agency"). */
export const isMasthead = (line: string): boolean => {
  const names = line.split(/ [|–—-] /);
  return line.length <= 80 && names.length <= 3 && names.some(isPressName) && names.every((name) => WHOLE.test(name));
};
