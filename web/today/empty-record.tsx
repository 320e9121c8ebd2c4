import { Empty } from '../parts/states.tsx';
import { Link } from '../router.tsx';
import { accepts } from '../sending.ts';

/** The way to the first article: on this page where the server takes something, and in a terminal. */
export function EmptyRecord() {
  return (
    <Empty>
      <p>The record holds no article yet.</p>
      {accepts('sources') && (
        <p>
          <Link to="/watching">Add a first source to watch</Link>: a feed, a site’s map, or a list of feeds from your
          reader.
        </p>
      )}
      {accepts('pages') && (
        <p>
          <Link to="/capture">Add a page</Link> by its address.
        </p>
      )}
      <p>Add files, folders or addresses in a terminal:</p>
      <pre>
        <code>onrecord add article.html news/ https://example.org/story</code>
      </pre>
      <p>Then load this page again.</p>
    </Empty>
  );
}
