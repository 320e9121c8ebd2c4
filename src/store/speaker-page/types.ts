/** How often something is so of a speaker's attributions, and when: the dates of the first and the last article. */
export interface Seen {
  readonly attributions: number;
  /** As the article gives it; null where none of the articles has a date. */
  readonly first: string | null;
  readonly last: string | null;
}

/** A name under which articles give a speaker. */
export interface Alias extends Seen {
  readonly name: string;
  /** None where only a correction gives the name. */
  readonly articles: number;
}

/** An article's words for what a speaker is. */
export interface RoleHeld extends Seen {
  readonly role: string;
}

export interface ReportedIn extends Seen {
  readonly outlet: string | null;
  readonly articles: number;
}

/** The place of an attribution in time. */
export interface Moment {
  /** The date of the article, as it gives it. */
  readonly published: string;
  /** The attribution's key. */
  readonly attribution: string;
}

/** How much was attributed to a speaker in the articles of one month. */
export interface MonthSaid {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly attributions: number;
}
