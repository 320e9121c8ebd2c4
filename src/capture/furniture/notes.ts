/** Notes around an article: on its author, on those who worked on it, on rights. */
import { anyOf, NAME } from './line.ts';

const JOURNALIST = anyOf(
  'reporter|journalist|correspondent|columnist|editor|writer|freelancer?|producer|contributor|intern|blogger',
  'photographer|presenter|anchor|newsroom|news desk',
);
const REACH = '(?:write to|e-?mail|contact|reach|send)';
const ABOUT = [
  // "Jane Doe is a political reporter for The Norta Herald."
  new RegExp(
    String.raw`^(?:${NAME}|[Hh]e|[Ss]he|[Tt]hey) (?:is|are|was) (?:an?|the|our|${NAME}['’]s?) (?:[\p{L}\p{N}'’.,-]+ ){0,6}${JOURNALIST}\b`,
    'u',
  ),
  /^we are the (?:\p{L}+ ){0,3}(?:team|desk|newsroom|staff)\b/iu,
  /^about the (?:authors?|writers?|reporters?)\b/i,
  /^(?:reach|contact|e-?mail|write to|follow) [^.!?]{3,60}? ?(?:at|on|via|:) ?\S*@/iu,
  /\bcan be (?:reached|contacted|followed|found) (?:at|on|via)\b/i,
  /^e-?mails?:? ?\S+@\S+$/i,
  /^(?:The |the )?\p{Lu}[^.!?]{2,60} (?:news ?desk|newsroom|editorial (?:team|board|staff)|staff (?:writers?|reporters?))$/u,
  // "Something to add? Write to letters@paper.example or ring us."
  new RegExp(String.raw`^[^"“]{0,140}\b${REACH}\b[^"“]{0,60}\S+@\S+\.[^"“]{1,80}$`, 'i'),
  /^\S+@\S+\.\S+$/,
];

/** Whether a line tells of the author: a box or a note at the end of an article. */
export const isAboutAuthor = (line: string): boolean => line.length <= 500 && ABOUT.some((about) => about.test(line));

const RIGHTS = [
  /^(?:©|\(c\) |copyright\b)/i,
  /\ball rights reserved\b/i,
  /\b(?:may|must|can) not be (?:reproduced|published|broadcast|rewritten|redistributed|copied)\b/i,
  /\b(?:no part|nor any part) (?:may|can) be reproduced\b|\bsubject to copyright\b/i,
  /\bmay earn an? (?:affiliate )?commission\b/i,
  /^(?:this site is protected by|by (?:signing up|subscribing|clicking|using this))\b/i,
  /^our standards:/i,
  /^note: .{0,60}moderat\w+ .{0,40}comments/i,
];

/** Whether a line states rights, or terms for readers and comments. */
export const isRights = (line: string): boolean => line.length <= 700 && RIGHTS.some((right) => right.test(line));

const WORK = '(?:reporting|writing|editing)';
const REPORTING = [
  new RegExp(String.raw`^\(?(?:additional |further )?${WORK}(?:,? (?:and )?(?:additional )?${WORK})* by \p{L}`, 'iu'),
  /^\p{Lu}\.\p{Lu}\.(?:\/\p{Lu}\.\p{Lu}\.)*$/u,
  /\bcontributed (?:reporting|to this (?:report|story|article))\b[^.]{0,40}\.?\)?$/i,
];

/** Whether a line names those who worked on the article, as agencies end theirs. */
export const isReportingCredit = (line: string): boolean =>
  line.length <= 400 && REPORTING.some((credit) => credit.test(line));
