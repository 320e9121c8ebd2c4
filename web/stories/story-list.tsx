import type { RecordedStory } from '../../src/server/story-schemas.ts';
import { Link } from '../router.tsx';
import { counted, daysWords, languageTag, outletWords, storyAddress, titleWords } from '../words.ts';

/** Stories by their titles, each with how many report it and when. @param heading the level of their titles */
export function StoryItems({
  stories,
  heading: Heading,
}: {
  readonly stories: readonly RecordedStory[];
  readonly heading: 'h2' | 'h3';
}) {
  return (
    <ol className="story-list plain">
      {stories.map(({ key, lead, articles, outlets, from, to }) => (
        <li key={key}>
          <Heading
            dir="auto"
            lang={languageTag(lead.language)}
            className={lead.title?.trim() ? 'story-title' : 'story-title untitled'}
          >
            <Link className="quiet-link" to={storyAddress(key)} data-step>
              {titleWords(lead)}
            </Link>
          </Heading>
          <p className="meta">
            <span>
              {counted(articles, 'article')} in {counted(outlets, 'outlet')}
            </span>
            <span>{from && to ? daysWords(from, to) : 'date not given'}</span>
            <span>
              title of <bdi>{outletWords(lead.outlet)}</bdi>
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
