/** Calls upon the reader: support, subscribe, follow, download, write to us. */
import { anyOf, NAME, wordsOf } from './line.ts';

/** How calls begin. */
const OPENER = new RegExp(
  `^[^\\p{L}]*(?:(?:please|just|you can(?: also)?|and) )*${anyOf(
    'support|donate|subscribe|sign[ -]?up|join|follow|download|get|become|like us|stay|click|tap|register|contribute',
    'start your|want (?:more|to)|enjoy(?:ed|ing)?|if you (?:like|liked|enjoy|enjoyed|value|want)|help (?:us|keep|fund)',
    'make a|buy us|send us|have a|got a|do you have|contact us|e-?mail us|tell us|let us know|read more from|for more',
    "turn on|never miss|don['’]t miss|your (?:support|donation|contribution)|we (?:need|rely|depend)|keep up|unlock",
    'connect with|find us|catch up|already a|not a|our (?:reporters|journalists|newsroom|journalism|work)',
    "this (?:story|article) is (?:free|for subscribers)|there['’]s (?:plenty )?more",
  )}\\b`,
  'iu',
);
/** What calls are about. */
const CHANNEL = new RegExp(
  anyOf(
    'newsletter|\\binbox\\b|subscri|sign(?:ing)? up|patron\\b|patreon|donat|supporters?\\b|membership|become a member',
    '(?:sign|log) in to comment|\\bapps?\\b|app store|google play|facebook|twitter|telegram|whatsapp|instagram|youtube',
    'linkedin|tiktok|bluesky|push notification|news alerts?|independent (?:journalism|media|reporting)|per month',
    'our (?:journalism|reporting|reporters|newsroom|channel|coverage|forums?|mission|team)|daily briefing|free trial',
    'exclusive (?:content|updates|access)|enhanced content',
  ),
  'i',
);
const NETWORK = anyOf('twitter|x|facebook|instagram|telegram|bluesky|threads|mastodon|linkedin|tiktok|youtube');
const STORY = '(?:story|article)';
/** Calls that no sentence of an article begins with. */
const PLAIN = new RegExp(
  `^[^\\p{L}"“”'‘’«]*${anyOf(
    'click here (?:to|for)',
    'tap here',
    'need a break\\?',
    'sign up (?:to|for|here|now)',
    'subscribe (?:to (?:our|the)|now|today|here)',
    'support us\\b',
    'become (?:a|our) (?:patron|subscriber|supporter|member|friend of)',
    '(?:found|spotted|noticed) (?:a|an) (?:mistake|error|typo)\\b',
    'follow us\\b',
    'like us on',
    'download (?:our|the) [^.]{0,40}\\bapps?\\b',
    'get the [^.]{0,40}\\bapp\\b',
    'join our\\b',
    '(?:have|got) (?:a|any) (?:news )?(?:tips?|stor(?:y|ies))\\?',
    'do you have (?:a|any) (?:news )?(?:tips?|stor(?:y|ies))',
    'tell us what you think',
    'what do you think\\?',
    'read (?:the rest|more) (?:here|at)\\b',
    `you can share this ${STORY}`,
    `share or comment on this ${STORY}`,
    `follow (?:him|her|them|me|@\\w+|(?-i:${NAME})) (?:@\\w+ )?on ${NETWORK}`,
  )}`,
  'iu',
);
/** "Support The Norta Herald": nothing but a name after the word. */
const SUPPORT = new RegExp(`^(?:Support|SUPPORT) (?:[Tt]he )?${NAME}!?$`, 'u');

/** "The Digest has no owner. Become a friend of the Digest!" */
const LAST_SENTENCE = /^[^"“«]*[.!?] ([^.!?"“«]+[.!?]?)$/u;

/** Whether a line calls upon the reader to support, subscribe, follow, download or write. */
export function isCall(line: string): boolean {
  if (line.length > 600) return false;
  if (PLAIN.test(line)) return wordsOf(line).length <= 60;
  if (LAST_SENTENCE.test(line) && PLAIN.test(line.replace(LAST_SENTENCE, '$1'))) return wordsOf(line).length <= 35;
  return SUPPORT.test(line) || (OPENER.test(line) && CHANNEL.test(line) && !/["“«]/.test(line));
}
