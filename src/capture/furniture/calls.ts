/** Calls upon the reader, notes about the author, rights. */
import { NAME, wordsOf } from './line.ts';

const OPENER =
  /^[^\p{L}]*(?:(?:please|just|you can(?: also)?|and|to) )*(?:support|donate|subscribe|sign[ -]?up|join|follow|download|get|become|like us|stay|click|tap|register|start your|want (?:more|to)|enjoy(?:ed|ing)?|if you (?:like|liked|enjoy|enjoyed|value|want)|help (?:us|keep|fund)|make a|contribute|buy us|send us|have a|got a|do you have|contact us|e-?mail us|tell us|let us know|read more from|for more|turn on|never miss|don['’]t miss|your (?:support|donation|contribution)|we (?:need|rely|depend)|keep up|connect with|find us|catch up|already a|not a|unlock|our (?:reporters|journalists|newsroom|journalism|work)|this (?:story|article) is (?:free|for subscribers)|there['’]s (?:plenty )?more)\b/iu;
const CHANNEL =
  /newsletter|\binbox\b|subscri|sign(?:ing)? up|patron\b|patreon|donat|supporters?\b|membership|become a member|(?:sign|log) in to comment|\bapps?\b|app store|google play|facebook|twitter|telegram|whatsapp|instagram|youtube|linkedin|tiktok|bluesky|push notification|news alerts?|our (?:journalism|reporting|reporters|newsroom|channel|coverage|forums?|mission|team)|independent (?:journalism|media|reporting)|per month|exclusive (?:content|updates|access)|enhanced content|daily briefing|free trial/i;
/** Calls that no sentence of an article begins with. */
const PLAIN = new RegExp(
  String.raw`^[^\p{L}"“”'‘’«]*(?:${[
    'click here (?:to|for)',
    'tap here',
    'sign up (?:to|for|here|now)',
    'subscribe (?:to (?:our|the)|now|today|here)',
    'support us\\b',
    'become (?:a|our) (?:patron|subscriber|supporter)',
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
    'you can share this (?:story|article)',
    'share or comment on this (?:story|article)',
    `follow (?:him|her|them|me|@\\w+|(?-i:${NAME})) (?:@\\w+ )?on (?:twitter|x|facebook|instagram|telegram|bluesky|threads|mastodon|linkedin|tiktok|youtube)`,
  ].join('|')})`,
  'iu',
);
const SUPPORT = /^(?:Support|SUPPORT) (?:the |The )?(?:\p{Lu}[\p{L}\p{N}'’.-]*)(?: \p{Lu}[\p{L}\p{N}'’.-]*){0,4}!?$/u;

/** Whether a line calls upon the reader to support, subscribe, follow, download or write. */
export function isCall(line: string): boolean {
  if (line.length > 600) return false;
  if (PLAIN.test(line)) return wordsOf(line).length <= 60;
  return SUPPORT.test(line) || (OPENER.test(line) && CHANNEL.test(line) && !/["“«]/.test(line));
}

const JOURNALIST =
  'reporter|journalist|correspondent|columnist|editor|writer|freelancer?|producer|contributor|intern|blogger|photographer|presenter|anchor|newsroom|news desk';
const ABOUT = [
  new RegExp(
    String.raw`^(?:${NAME}|[Hh]e|[Ss]he|[Tt]hey) (?:is|are|was) (?:an?|the|our|${NAME}['’]s?) (?:[\p{L}\p{N}'’.,-]+ ){0,6}(?:${JOURNALIST})\b`,
    'u',
  ),
  /^we are the (?:[\p{L}]+ ){0,3}(?:team|desk|newsroom|staff)\b/iu,
  /^about the (?:authors?|writers?|reporters?)\b/i,
  /^(?:reach|contact|e-?mail|write to|follow) (?:him|her|them|the (?:author|writer|reporter)|[^.!?]{3,60}?)(?: (?:directly|on|at|via|by))* ?(?:at|on|via|:) ?[^\s]*@/iu,
  /\bcan be (?:reached|contacted|followed|found) (?:at|on|via)\b/i,
  /^e-?mails?:? ?\S+@\S+$/i,
  /^(?:The |the )?\p{Lu}[^.!?]{2,60} (?:news ?desk|newsroom|editorial (?:team|board|staff)|staff (?:writers?|reporters?))$/u,
  /^(?=[^.!?]{0,80}[.!?]?.{0,60}$)[^"“]*\b(?:write to|e-?mail|contact|reach|send)\b[^"“]{0,60}\S+@\S+\.\S+$/i,
  /^\S+@\S+\.\S+$/,
];

/** Whether a line tells of the author: a box or a note at the end of an article. */
export const isAboutAuthor = (line: string): boolean => line.length <= 500 && ABOUT.some((about) => about.test(line));

const RIGHTS = [
  /^(?:©|\(c\) |copyright\b)/i,
  /\ball rights reserved\b/i,
  /\b(?:may|must|can) not be (?:reproduced|published|broadcast|rewritten|redistributed|copied)\b/i,
  /\b(?:no part|nor any part) (?:may|can) be reproduced\b|\bsubject to copyright\b/i,
  /^microsoft and partners may be compensated|\bmay earn an? (?:affiliate )?commission\b/i,
  /^(?:this site is protected by|by (?:signing up|subscribing|clicking|using this))\b/i,
  /^our standards:/i,
  /^note: .{0,60}moderat\w+ .{0,40}comments/i,
];

/** Whether a line states rights, or terms for readers and comments. */
export const isRights = (line: string): boolean => line.length <= 700 && RIGHTS.some((right) => right.test(line));

const REPORTING = [
  /^\(?(?:additional |further )?(?:reporting|writing|editing)(?:,? (?:and )?(?:additional )?(?:reporting|writing|editing))* by \p{L}/iu,
  /\bcontributed (?:reporting|to this (?:report|story|article))\b[^.]{0,40}\.?\)?$/i,
];

/** Whether a line names those who worked on the article, as agencies end theirs. */
export const isReportingCredit = (line: string): boolean =>
  line.length <= 400 && REPORTING.some((credit) => credit.test(line));
