/** Words of English that carry a stance; general verbs, nouns and adjectives, and no names. */
import { Phrases } from './phrases.ts';

/** What a predicate does. `turns`: its object is not done ("refuse to"); `leads`: it only leads to what counts ("say"). */
export type Predicate = 'accepts' | 'rejects' | 'demands' | 'offers' | 'denies' | 'turns' | 'leads';

const ACCEPTS = `
accept, agree, assent, back, support, endorse, embrace, welcome, favor, favour, approve, consent, concur, backing, endorsement,
approval, in favor of, in favour of, open to, open for, remain open, openness, willing, willingness, ready to, readiness, prepared to, ready for,
happy to, glad to, pleased to, sign off, sign on, go along, applaud, defend, champion, celebrate, stand by,
stand with, stand behind, rally behind, rally around, side with, vote for, vote to, ratify, allow, permit, authorize, authorise,
tolerate, greenlight, green light, bless, blessing, comply, look forward, prefer, promote, proponent, supporter, supportive, acceptable,
viable, on the table, sympathetic, comfortable with, enthusiastic, acquiesce, relent, hail, laud, praise, speak in favor,
yes to, thumbs up, amenable, would consider, can live with, adhere, respect, honor, honour, uphold, recognize, recognise, adopt, subscribe to,
come around, come out for, acceptance, agreement, consensus, advocate of, fan of, admirer, get behind, throw behind, pull for, root for, cheer,
legalize, legalise, join, cosponsor, embracing, nominate, confirm, bow to, yield, concede, admire, like, love, trust, admit to, attend, fond of,
cooperate, good idea, appropriate, sensible`;

const REJECTS = `
reject, oppose, rule out, condemn, denounce, criticize, criticise, decry, deplore, object, resist, block, veto, ban, bar,
prohibit, forbid, outlaw, boycott, against, opposition, opponent, opposed, off the table, out of the question, unacceptable, intolerable,
disapprove, disapproval, dislike, hate, disavow, renounce, repudiate, rebuff, spurn, scorn, abandon, cancel, scrap, walk away, turn down, vote down,
strike down, overturn, void, attack, assail, slam, blast, lambast, lambaste, rail, protest, lament, warn against, take issue,
balk, shun, snub, distance, no way, non-starter, nonstarter, red line, rescind, exclude, preclude, foreclose, shut the door,
close the door, hostile, hostility, skeptical, sceptical, rejection, objection, condemnation, criticism, critic, regret, disagree, disagreement,
withdraw, quit, drop out, ditch, dump, halt, suspend, end, unthinkable, inappropriate, wrong to, mistake to, nothing to discuss,
no to, rebuke, chide, rip, bash, pan, trash, scold, push back against, crack down, terminate, repeal, kill, defeat, dismantle, rail against,
fight against, campaign against, lobby against, resent, abhor, loathe, detest, despise, turn against, revoke, nix, thumbs down, stop short, rejected,
disgusted, outraged, deny access, bad idea, terrible idea, wary of, reservations, antagonism, impossible, indictment of, blocked`;

const DEMANDS = `
demand, urge, call for, call on, call upon, insist on, insist, require, request, press, push for, push, implore, plead, appeal for, appeal to, beg,
exhort, order, command, instruct, recommend, recommendation, encourage, ask for, petition, lobby, it is time, it 's time, time to, necessary, essential,
imperative, crucial, vital, let us, let 's, pressure, advocate, advocate for, had better, mandate, ultimatum, requirement, obligation, urgent,
clamor, clamour, agitate for, seek, calls for, incumbent on, beseech, invite, challenge to, needed, petitioned, requisite, key to, it 's up to,
admonish, counsel, remind, compel, summon, subpoena, instruction, in need of`;

const OFFERS = `
offer, propose, promise, pledge, vow, plan, intend, intention, commit, commitment, proposal, guarantee, volunteer, undertake, swear, aim,
unveil, launch, put forward, lay out, stand ready, set out to, determined to, going to, gon na, plan to, prepare to, bid, bring up, run for, work to, try to, seek to,
ensure, introduce, resolve to, strive, candidacy, hope to, assure, initiative, look to, expect to, gear up, working on, work on`;

const DENIES = `
deny, dispute, refute, rebut, contradict, debunk, discount, denial, false, falsehood, untrue, baseless, unfounded, groundless, fabrication,
nonsense, malarkey, hoax, myth, no evidence, no truth, nothing to do with, no connection, not true, no such, no basis, far from the truth,
fiction, reject the notion, reject the idea, reject the claim, reject the suggestion, reject the accusation, reject the allegation, reject accusation,
reject allegation, reject claim, reject suggestion, reject report, dismiss the claim, dismiss claim, dismiss report, dismiss the allegation, dismiss allegation, dismiss accusation,
dismiss as, dismiss rumour, dismiss rumor, dismiss speculation, reject speculation, push back, brush off, shoot down, untruth, misrepresent, distort, no bearing, unrelated, coincidence, not the case, mischaracterization, not guilty, innocent, innocence, nowhere near, smear, lie, ludicrous, no role, ridiculous, absurd, dismiss`;

const TURNS = `
refuse, refusal, decline, fail, avoid, refrain, reluctant, reluctance, unwilling, unwillingness, hesitate, hesitant, loath, neglect, stop,
cease, forgo, hold off, shy away, stay away, steer clear, back away, no plan, no intention, no interest, no desire, no reason, resist`;

const LEADS = `
say, tell, think, believe, know, feel, make clear, add, argue, note, explain, stress, reiterate, repeat, suggest, state, claim, announce, declare,
write, tweet, guess, hope, want, wish, expect, signal, indicate, assert, maintain, reply, respond, comment, remark, mean`;

/** Predicates by phrase; where two begin at one token, the longer counts. */
export const PREDICATES = new Phrases<Predicate>([
  ['accepts', ACCEPTS],
  ['rejects', REJECTS],
  ['demands', DEMANDS],
  ['offers', OFFERS],
  ['denies', DENIES],
  ['turns', TURNS],
  ['leads', LEADS],
]);

/** Words parted by white space, as a set. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** What turns the sense of what follows. */
export const NEGATIONS = words(
  "not n't never no nor neither none nobody nothing nowhere cannot hardly scarcely barely",
);

/** Auxiliaries by what they say; dictionary forms or forms. */
export const DUTY = words('must should ought shall need');
export const ABILITY = words('can could able unable');
export const CHANCE = words('may might');
export const WILL = words("will would 'll wo 'd");

/** Words that weaken what is said. */
export const HEDGES = new Phrases<true>([
  [
    true,
    `may, might, could, perhaps, maybe, possibly, probably, likely, apparently, seemingly, reportedly, presumably, it seems, seem to, appear to,
     tend to, in general, in principle, generally, largely, somewhat, sort of, kind of, i think, i guess, i suppose, in my opinion, as far as i know,
     not necessarily, to some extent, more or less`,
  ],
]);
