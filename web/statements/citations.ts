import type { RecordedAttribution } from '../../src/server/schemas.ts';
import type { StatementDetail } from '../../src/server/statement-schemas.ts';
import { dateWords, dayWords, outletWords, speakerName, titleWords, webAddress } from '../words.ts';

/** A statement as it is cited, in one form. */
export interface Citation {
  readonly form: string;
  readonly text: string;
}

/** Marks that turn the order of letters about have no place in words that go elsewhere. */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}]/gu;
const clean = (text: string): string => text.replace(/\s+/g, ' ').replace(CONTROLS, '').trim();

/** What is cited, in clean words. */
interface Cited {
  readonly words: string;
  readonly isQuotation: boolean;
  readonly speaker: string;
  readonly role: string | null;
  readonly title: string;
  readonly outlet: string;
  readonly day: string;
  readonly source: string | null;
  readonly address: string;
  readonly captured: string;
}

function citedOf(first: RecordedAttribution, address: string): Cited {
  const { article, speaker, type } = first;
  return {
    words: clean(first.words),
    // Indirect words are the reporter's: they never stand in quotation marks.
    isQuotation: type !== 'indirect',
    speaker: clean(speakerName(first)),
    role: speaker?.role ? clean(speaker.role) : null,
    title: clean(titleWords(article)),
    outlet: clean(outletWords(article.outlet)),
    day: article.published ? dayWords(article.published) : 'date not given',
    source: webAddress(article.url),
    address,
    captured: dateWords(article.capturedAt.slice(0, 10)),
  };
}

const OPENED = /^["“„«‹‘']/;
const quoted = ({ words, isQuotation }: Cited): string =>
  isQuotation && !OPENED.test(words) ? `“${words}”` : isQuotation ? words : `${words} (in the words of the article)`;
const who = ({ speaker, role }: Cited): string => (role ? `${speaker}, ${role}` : speaker);

function plain(cited: Cited): string {
  const { title, outlet, day, source, address, captured } = cited;
  const where = [`“${title}”`, outlet, day, source].filter(Boolean).join(', ');
  return `${quoted(cited)}\n— ${who(cited)}. ${where}.\nOn record: ${address} (captured ${captured})`;
}

const escapedMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, '\\$&');
/** Parentheses would end a link of Markdown. */
const markdownAddress = (address: string): string => address.replace(/\(/g, '%28').replace(/\)/g, '%29');

function markdown(cited: Cited): string {
  const { title, outlet, day, source, address, captured } = cited;
  const named = escapedMarkdown(title);
  const linked = source ? `[${named}](${markdownAddress(source)})` : named;
  return [
    `> ${escapedMarkdown(quoted(cited))}`,
    '>',
    `> — ${escapedMarkdown(who(cited))}, ${linked}, ${escapedMarkdown(outlet)}, ${day} ([on record](${markdownAddress(address)}), captured ${captured})`,
  ].join('\n');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapedHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]!);

function html(cited: Cited): string {
  const { title, outlet, day, source, address, captured } = cited;
  const named = `<cite>${escapedHtml(title)}</cite>`;
  const linked = source ? `<a href="${escapedHtml(source)}">${named}</a>` : named;
  return [
    `<blockquote cite="${escapedHtml(address)}">`,
    `  <p>${escapedHtml(quoted(cited))}</p>`,
    '</blockquote>',
    `<p>— ${escapedHtml(who(cited))}, ${linked}, ${escapedHtml(outlet)}, ${day} (<a href="${escapedHtml(address)}">on record</a>, captured ${captured})</p>`,
  ].join('\n');
}

/** What schema.org calls a speaker; others (unnamed ones, documents) are neither. */
const SPEAKER_TYPES: Partial<Record<string, string>> = {
  person: 'Person',
  organization: 'Organization',
  group: 'Organization',
};

/**
 * The statement in the words of schema.org: a Quotation; or a Claim, where the article gives it in its own words. It says
 * who is reported to have said it, and nothing of whether it is true.
 */
function jsonLd(first: RecordedAttribution, cited: Cited): string {
  const { article, speaker, saidOn } = first;
  const type = SPEAKER_TYPES[speaker?.kind ?? ''];
  const said = type && {
    '@type': type,
    name: cited.speaker,
    ...(cited.role && type === 'Person' && { jobTitle: cited.role }),
    ...(speaker?.wikidata && { sameAs: `https://www.wikidata.org/wiki/${encodeURIComponent(speaker.wikidata.id)}` }),
  };
  const report = {
    '@type': 'NewsArticle',
    headline: cited.title,
    ...(article.published && { datePublished: article.published }),
    ...(article.outlet && { publisher: { '@type': 'Organization', name: cited.outlet } }),
    ...(cited.source && { url: cited.source }),
  };
  const about = cited.isQuotation
    ? { '@type': 'Quotation', ...(said && { spokenByCharacter: said }), isBasedOn: report }
    : { '@type': 'Claim', ...(said && { author: said }), appearance: report };
  const whole = {
    '@context': 'https://schema.org',
    '@id': cited.address,
    ...about,
    text: cited.words,
    ...(saidOn && { dateCreated: saidOn }),
    ...(article.language && { inLanguage: clean(article.language) }),
    url: cited.address,
  };
  // Within a script element of a page nothing may end that element.
  return JSON.stringify(whole, null, 2).replace(/</g, '\\u003c');
}

/** The citations of a statement: its earliest occurrence, with the permanent address. */
export function citationsOf({ statement }: StatementDetail, address: string): Citation[] {
  const cited = citedOf(statement.earliest, address);
  return [
    { form: 'plain text', text: plain(cited) },
    { form: 'Markdown', text: markdown(cited) },
    { form: 'HTML', text: html(cited) },
    { form: 'JSON-LD', text: jsonLd(statement.earliest, cited) },
  ];
}
