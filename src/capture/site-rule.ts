/** How the pages of some hosts are read. */
export interface SiteRule {
  /** "example.test" for one host, "*.example.test" for all below it. */
  readonly hosts: readonly string[];
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: string | undefined;
  /** What holds the text: all elements that it selects, in the order of the page. */
  readonly text?: string | undefined;
  /** What is not the article. */
  readonly remove?: readonly string[] | undefined;
}
