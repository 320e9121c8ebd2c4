import type { Today } from '../../src/server/today-schemas.ts';
import { Link } from '../router.tsx';
import { StoryItems } from '../stories/story-list.tsx';
import { counted } from '../words.ts';

/** The newest stories. */
export function NewestStories({ stories }: Pick<Today, 'stories'>) {
  if (stories.total === 0) return null;
  return (
    <section aria-labelledby="stories-title">
      <h2 id="stories-title">Newest stories</h2>
      <StoryItems stories={stories.items} heading="h3" />
      <p className="section-more">
        <Link to="/stories">All {counted(stories.total, 'story', 'stories')}</Link>
      </p>
    </section>
  );
}
