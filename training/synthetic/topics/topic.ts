/**
 * What one kind of news story is made of. Texts may hold slots, which the story fills: $place, $place2, $country,
 * $country2, $river, $firm, $club, $n (a small number), $nn (a larger one), $pct, $money, $month, $year, $day, and the
 * topic's own choices.
 */
export interface Topic {
  /** Slots of the topic itself: one of the words is taken for the whole story. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** What stands before a name without an article: “fire chief”. */
  readonly posts: readonly string[];
  /** What stands after a name between commas, article and all: “a nurse at the hospital”. */
  readonly roles: readonly string[];
  /** Nameless people, in the plural. */
  readonly groups: readonly string[];
  /** Organizations, in the singular. */
  readonly bodies: readonly string[];
  readonly documents: readonly string[];
  /** Who is blamed, asked or accused. */
  readonly targets: readonly string[];
  /** Clauses that can follow “that”, in the past or the future of the past. */
  readonly claims: readonly string[];
  /** Sentences that somebody says, without their full stop. */
  readonly quotes: readonly string[];
  /** What somebody wants or promises to do: infinitives without “to”. */
  readonly acts: readonly string[];
  /** What is spoken about: noun phrases with their article. */
  readonly things: readonly string[];
  /** What somebody is accused of: gerunds. */
  readonly deeds: readonly string[];
  /** What is asked or not known: clauses that begin with a question word. */
  readonly questions: readonly string[];
  /** Sentences of the reporter, with nobody as their source, without their full stop. */
  readonly facts: readonly string[];
}

/** Items divided by bars; a line break is a space. */
export const items = (list: string): string[] => list.split('|').map((item) => item.trim().replace(/\s+/g, ' '));
