import type { KnownStory, Member, RegroupedStory } from '../model.ts';
import { cluster, type Thresholds } from './cluster.ts';
import { apart, type Comparable, comparable, likeness } from './likeness.ts';

/** Measured on ECB+ and read on election news: docs/experiments.md. */
export const THRESHOLDS: Thresholds = { least: 0.1, relative: 0.7 };
/** A story is looked at again where its articles are this part of `least` like the newcomer. */
const TOUCHED = 0.5;
/** So many articles are grouped anew at most, those of the likest stories. */
const MOST_REGROUPED = 96;

/** What is grouped: one article, or a story that stays whole. */
interface Unit {
  readonly story: number | null;
  readonly size: number;
  readonly members: readonly Member[];
}

/** The mean likeness of an article to a story's. */
function meanLikeness(to: Comparable, { members }: KnownStory, forms: (member: Member) => Comparable): number {
  return members.reduce((sum, member) => sum + likeness(to, forms(member)), 0) / members.length;
}

/** Groups anew the articles of the stories that the newcomer touches, and says which story each group continues. */
export function regroup(
  newcomer: Member,
  known: readonly KnownStory[],
  thresholds: Thresholds = THRESHOLDS,
): RegroupedStory[] {
  const forms = remember();
  const self = forms(newcomer);
  const others = known
    .map((story) => ({ ...story, members: story.members.filter(({ id }) => id !== newcomer.id) }))
    .filter(({ members }) => members.length > 0)
    .map((story) => ({ story, like: meanLikeness(self, story, forms) }))
    .filter(({ like }) => like >= TOUCHED * thresholds.least)
    .sort((a, b) => b.like - a.like || a.story.id - b.story.id);
  const touched: KnownStory[] = [];
  let room = MOST_REGROUPED;
  for (const { story } of others) {
    room -= story.members.length;
    if (room < 0) break;
    touched.push(story);
  }
  // The newcomer's own story, where it has one already, is always among them: its address must be claimed.
  const home = known.find(({ members }) => members.some(({ id }) => id === newcomer.id));
  const units = [{ story: home?.id ?? null, size: 1, members: [newcomer] }, ...touched.flatMap(unitsOf)];
  const groups = cluster(
    sumsOver(units, forms, likeness),
    units.map(({ size }) => size),
    thresholds,
    sumsOver(units, forms, apart),
  );
  return claim(groups.map((places) => places.map((at) => units[at]!)));
}

/** A story's articles one by one, or the whole story where not all of its articles are known. */
function unitsOf({ id, size, members }: KnownStory): Unit[] {
  if (size > members.length + 1) return [{ story: id, size, members }];
  return members.map((member) => ({ story: id, size: 1, members: [member] }));
}

function remember(): (member: Member) => Comparable {
  const known = new Map<number, Comparable>();
  return ({ id, profile }) => {
    let form = known.get(id);
    if (!form) {
      form = comparable(profile);
      known.set(id, form);
    }
    return form;
  };
}

/** The sums that `cluster` takes; what is known of a large story stands for all of it. */
function sumsOver(units: readonly Unit[], forms: (member: Member) => Comparable, of: typeof likeness): number[][] {
  const sums = units.map(() => new Array<number>(units.length).fill(0));
  units.forEach((a, i) => {
    sums[i]![i] = withinOf(a, forms, of);
    for (let j = i + 1; j < units.length; j++) {
      const b = units[j]!;
      let sum = 0;
      for (const x of a.members) for (const y of b.members) sum += of(forms(x), forms(y));
      sums[i]![j] = (sum * a.size * b.size) / (a.members.length * b.members.length);
      sums[j]![i] = sums[i]![j]!;
    }
  });
  return sums;
}

function withinOf({ members, size }: Unit, forms: (member: Member) => Comparable, of: typeof likeness): number {
  if (members.length < 2) return 0;
  let sum = 0;
  members.forEach((x, at) => {
    for (const y of members.slice(at + 1)) sum += of(forms(x), forms(y));
  });
  return (sum * size * (size - 1)) / (members.length * (members.length - 1));
}

/** An address stays with most of its story's articles; of equal parts with the one that has the earliest. */
function claim(groups: readonly (readonly Unit[])[]): RegroupedStory[] {
  const parts = groups.map((units) => ({
    units,
    members: units.flatMap(({ members }) => members.map(({ id }) => id)).sort((a, b) => a - b),
  }));
  const claims = parts.flatMap(({ units, members }, group) =>
    [...sharesOf(units)].map(([story, share]) => ({ group, story, share, earliest: members[0]! })),
  );
  claims.sort((a, b) => b.share - a.share || a.story - b.story || a.earliest - b.earliest);
  const taken = new Set<number>();
  const keeps = new Map<number, number>();
  for (const { group, story } of claims) {
    if (taken.has(story) || keeps.has(group)) continue;
    keeps.set(group, story);
    taken.add(story);
  }
  return parts.map(({ units, members }, group) => {
    const story = keeps.get(group) ?? null;
    const rest = [...sharesOf(units).keys()].filter((each) => each !== story).sort((a, b) => a - b);
    return { story, from: story === null ? rest : [story, ...rest], members };
  });
}

/** How many articles of each story of before are among these. */
function sharesOf(units: readonly Unit[]): Map<number, number> {
  const shares = new Map<number, number>();
  for (const { story, size } of units) if (story !== null) shares.set(story, (shares.get(story) ?? 0) + size);
  return shares;
}

/** The article that stands for a story: the likest to the others, then the one published first, then the first to come. */
export function leadOf(members: readonly Member[]): number {
  const forms = remember();
  let lead = members[0]!;
  let most = -1;
  for (const member of members) {
    let sum = 0;
    for (const other of members) if (other.id !== member.id) sum += likeness(forms(member), forms(other));
    if (sum > most || (sum === most && comesBefore(member, lead))) [lead, most] = [member, sum];
  }
  return lead.id;
}

function comesBefore(a: Member, b: Member): boolean {
  const days = (a.profile.day ?? Number.POSITIVE_INFINITY) - (b.profile.day ?? Number.POSITIVE_INFINITY);
  return days < 0 || (!(days > 0) && a.id < b.id);
}
