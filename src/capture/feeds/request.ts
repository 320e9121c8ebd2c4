/** How a feed is asked for. Servers declare feeds to be almost anything; what they are, their bytes tell. */
export const FOR_FEEDS = {
  types: new Set([
    ...['rss+xml', 'atom+xml', 'rdf+xml', 'xml', 'feed+json', 'json', 'octet-stream', 'gzip', 'x-gzip'].map(
      (type) => `application/${type}`,
    ),
    ...['xml', 'html', 'plain', 'rss+xml', 'x-opml'].map((type) => `text/${type}`),
    'application/xhtml+xml',
  ]),
  headers: {
    accept:
      'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1',
  },
} as const;
