/** Buttons, menus, counters and icon names. */
import { bare, endsSentence, wordsOf } from './line.ts';

const list = (...lines: string[]): ReadonlySet<string> => new Set(lines.join('|').split('|'));

/** Buttons and labels that make up a whole line. */
const CONTROLS = list(
  'share|share this|share this article|share this story|share this page|share this post|share article|share on|share via',
  'share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|share by email|shares|share link',
  'tweet|tweet this|pin|pin it|like|likes|email|e mail|email this|email this article|print|print this|print page',
  'print this article|copy|copy link|link copied|copied|save|save article|save for later|bookmark|saved|gift article',
  'comments|comment|leave a comment|leave a reply|post a comment|add a comment|view comments|show comments|comments closed',
  'join the conversation|join the discussion|have your say|read comments|no comments|no comments yet',
  'be the first to comment|show more|show less|load more|view more|see more|read more|more|continue reading|keep reading',
  'read full article|read the full story|read full story|read the full article|see all|view all|expand|collapse|toggle',
  'next|previous|prev|next article|previous article|next story|previous story|back|back to top|top|scroll to top',
  'skip to content|skip to main content|skip to navigation|skip advertisement|skip ad|advertisement|advertisements',
  'advert|ad|ads|sponsored|sponsored content|promoted|promoted content|paid content|story continues below',
  'article continues below|story continues below advertisement|article continues after advertisement|loading|please wait',
  'video|videos|watch|watch now|watch video|watch live|play|play video|listen|listen now|listen to this article',
  'listen to article|listen to this story|audio|live|photo|photos|image|images|gallery|open image in gallery|slideshow',
  'view gallery|avatar|menu|main menu|navigation|search|home|homepage|log in|login|log out|sign in|sign up|register',
  'sign up now|my account|account|profile|subscribe|subscribe now|donate|donate now|support us|join us|join now',
  'newsletter|newsletters|notifications|settings|follow|follow us|follow us on|following|facebook|twitter|whatsapp',
  'telegram|linkedin|reddit|instagram|youtube|messenger|pinterest|flipboard|viber|vk|vkontakte|odnoklassniki|rss|threads',
  'bluesky|mastodon|tiktok|wechat|weibo|google news|apple news|text size|font size|a a a|aa|reprint|reprints',
  'report a typo|report an error|report a mistake|report this|request a correction|tags|topics|enlarge|enlarge image',
  'click to enlarge|zoom|toggle caption|hide caption|image caption|media caption|image source|image credit|premium',
  'x|a a|like this|like loading|pass it on|found a mistake|spotted a mistake|scroll down for video|send to a friend|reuse this content|rate this|contact us|about us|cookie policy',
  'cookie settings|privacy policy|terms of use|terms of service|terms & conditions',
  'advertise|advertise with us|careers|help|faq|download app|download our app|get the app|accept|accept all|reject all',
  'i agree|got it|dismiss|submit|close|open in app|read in app|more options|share options|app store|google play',
  'anzeige|werbung|teilen|drucken|kommentare|startseite|artikel teilen|publicité|partager|imprimer|commentaires|accueil',
  'publicidad|compartir|imprimir|comentarios|inicio|publicidade|compartilhar|comentários|pubblicità|condividi|stampa',
  'commenti|реклама|поделиться|печать|комментарии|главная|подписаться|читать далее|ver más|leia mais|lire la suite',
);

/** Names of a site's sections, as they stand in menus and above headlines. */
const SECTIONS = list(
  'home|news|world|politics|business|economy|finance|markets|money|opinion|opinions|editorial|editorials|analysis|comment',
  'culture|arts|entertainment|lifestyle|life|style|fashion|travel|food|health|science|technology|tech|environment|climate',
  'energy|education|sport|sports|football|weather|video|videos|photos|podcasts|podcast|local|national|international',
  'global|regions|region|asia|europe|africa|americas|middle east|society|people|history|crime|law|courts|defence|defense',
  'security|war|elections|election|live|latest|latest news|top stories|top news|all news|news feed|newsfeed|features',
  'feature|interviews|interview|investigations|in depth|magazine|shop|jobs|classifieds|obituaries|letters|columns',
  'columnists|blogs|blog|e paper|epaper|archive|trending|uk|us|eu|uk news|us news|world news|politics news|breaking news',
  'business news|breaking|explainers|explainer|fact check|factcheck|games|puzzles|tv|radio|schedule|exclusive|briefing',
);

/** Whether a line is the name of a site's section. */
export const isSection = (line: string): boolean => SECTIONS.has(bare(line));

const COMMENTS = list(
  'comment|comments|view comments|show comments|leave a comment|leave a reply|post a comment|add a comment|have your say',
  'join the conversation|join the discussion|comments closed|kommentare|commentaires|comentarios|comentários|commenti',
  'комментарии',
);

/** Whether a line stands above readers' comments. */
export const isCommentsLabel = (line: string): boolean =>
  COMMENTS.has(bare(line.slice(0, 80)).replace(/^\d+ | \d+$/g, ''));

const READ = '(?:read|reading|listening|watch)';
const COUNTED = '(?:comments?|shares?|likes?|views?|reactions?|replies|photos?|images?|videos?|reads?)';
const SPAN = '(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|h|m|d)';
/** "1 min read", "12 comments", "image 2 of 5", "3 hours ago". */
const COUNTERS = [
  `^(?:(?:estimated )?${READ}(?: time)? )?(?:about )?\\d+(?: \\d+)? ?(?:mins?|minutes?)(?: (?:read|listen|watch))?$`,
  `^(?:${READ} |listen )?\\d+ \\d+ min$`,
  '^(?:tempo de leitura|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|время чтения) ',
  `^\\d+(?: \\d+)* ?[km]? ?${COUNTED}$`,
  `^${COUNTED} \\d+(?: \\d+)* ?[km]?$`,
  '^(?:image|photo|slide|picture|page)? ?\\d+ (?:of|from)(?: \\d+)?$|^\\d+(?: \\d+)?$',
  `^(?:updated |posted |published )?(?:about |an? )?(?:\\d+ ?)?${SPAN} ago$`,
].map((source) => new RegExp(source));

/** Names of icons run together, as pages give them to screen readers. */
function isIconRun(line: string): boolean {
  const icons = line.match(/icon/gi)?.length ?? 0;
  return icons >= 3 && icons * 40 > line.length && !/[.!?]/.test(line);
}

/** Entries parted by bars or arrows, or names of sections and buttons in a row. */
function isMenu(line: string): boolean {
  if (line.length > 300 || endsSentence(line)) return false;
  const known = (entry: string): boolean => CONTROLS.has(bare(entry)) || SECTIONS.has(bare(entry));
  const entries = line.split(/[|›»>•·→/\\]/).filter((entry) => entry.trim());
  if (entries.length > 1) return entries.every((entry) => wordsOf(entry).length <= 4) && entries.some(known);
  const words = bare(line).split(' ');
  return words.length >= 3 && words.every((word) => CONTROLS.has(word) || SECTIONS.has(word));
}

/** A whole line of buttons, menu entries, icon names, counters or reading times, or of no words at all. */
export function isControl(line: string): boolean {
  if (isIconRun(line)) return true;
  const text = bare(line.slice(0, 400));
  if (!text) return true;
  if (/^\(\p{L}+:\s*\)$/u.test(line)) return true;
  return CONTROLS.has(text) || COUNTERS.some((counter) => counter.test(text)) || isMenu(line);
}
