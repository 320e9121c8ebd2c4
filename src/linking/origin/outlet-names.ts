import { plainWords, remembered } from '../../text/index.ts';

/** Usual full name: other names and abbreviations, also those by which data sets call an outlet. */
const KNOWN = `
Associated Press: AP, A.P.
Reuters: Thomson Reuters, Reuters News Agency
Agence France-Presse: AFP, Agence France Presse
United Press International: UPI, United Press Int'l
Deutsche Presse-Agentur: dpa
Press Association: PA, PA Media, PA Wire
Press Trust of India: PTI
Kyodo News: Kyodo, Kyodo News Agency, KYODO NEWS
Xinhua: Xinhua News Agency
TASS: Itar-Tass, Tass News Agency
RIA Novosti: RIA
Bloomberg: Bloomberg News
The New York Times: New York Times, International New York Times, NYT, NY Times, N.Y. Times, NYTimes
The Washington Post: Washington Post, WaPo, Wash Post
The Wall Street Journal: Wall Street Journal, WSJ
Los Angeles Times: LA Times, L.A. Times
Financial Times: FT
USA Today: USA-Today
HuffPost: Huffington Post, Huff Post, The Huffington Post
Western Journalism: West Journal, Western Journal
Independent Journal Review: IJ Review, IJR, Independent Journal, IJReview
Gateway Pundit: The Gateway Pundit
South China Morning Post: SCMP
BBC: BBC News, British Broadcasting Corporation, BBC Newsnight, BBC Radio 4, BBC World Service, HARDtalk, Newsnight
CNN: CNN Money, CNN International, CNN Politics, Cable News Network
Fox News: Fox, Fox News Channel, Fox Business, Fox Business Network, Fox News Sunday, Fox & Friends, Fox and Friends, FNC
NBC News: NBC, Meet the Press, Dateline
MSNBC: Morning Joe
CBS News: CBS, Face the Nation, 60 Minutes
ABC News: ABC, This Week, Good Morning America, Nightline
NPR: National Public Radio, Morning Edition, All Things Considered
PBS: PBS NewsHour, NewsHour
Radio Free Europe/Radio Liberty: RFE/RL, Radio Free Europe, Radio Liberty, RFE
Voice of America: VOA
Deutsche Welle: DW
Time: TIME, Time magazine, TIME magazine
`;

const SMALL = new Set(['the', 'a', 'an', 'newspaper', 'magazine', 'website']);
/** Words that a name is often written without: "Kyodo", "Kyodo News", "Kyodo News Agency". */
const LOOSE = new Set(['news', 'agency', 'online', 'network', 'channel']);
const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+)\.(?:com|org|net|info|tv|news|example|co\.\p{L}{2}|com\.\p{L}{2}|\p{L}{2})\b.*$/iu;

/** A shorter key begins too many others. */
const SHORTEST_PREFIX = 6;

function plainKey(name: string): string {
  const bare = DOMAIN.exec(name.trim())?.[1] ?? name;
  // A name in one piece may join its words by capitals: "TheBlaze", "RawStory".
  const words = plainWords(bare.replace(/[’']s$/, '')).filter((word) => !SMALL.has(word));
  while (words.length > 1 && LOOSE.has(words.at(-1)!)) words.pop();
  return words.join('').replace(/^the(?=\p{L}{5})/u, '');
}

const FULL = new Map<string, string>();
for (const line of KNOWN.trim().split('\n')) {
  const [name, others] = line.split(': ') as [string, string];
  for (const one of [name, ...others.split(', ')]) FULL.set(plainKey(one), name);
}

/** The usual full name of a well-known outlet, by any of its names; null for others. */
export const fullName = (name: string): string | null => FULL.get(plainKey(name)) ?? null;

/**
 * What all names of one outlet have in common: letters and numbers in lower case, without "the", a domain's ending and a
 * last "News" or "Agency". An empty string for a name that has none.
 */
export const outletKey: (name: string) => string = remembered(2_000, (name: string) =>
  plainKey(fullName(name) ?? name),
);

/** Whether two names are of one outlet. A name that is not known is of none. */
export function sameOutlet(a: string | null, b: string | null): boolean {
  if (!a || !b) return false;
  const key = outletKey(a);
  return key !== '' && key === outletKey(b);
}

/** Whether a name is of an outlet itself, or of one of its programmes and editions ("Karsk Radio Tonight"). */
export function ownName(name: string, outlet: string | null): boolean {
  if (outlet === null) return false;
  const own = outletKey(outlet);
  const key = outletKey(name);
  return own !== '' && (key === own || (own.length >= SHORTEST_PREFIX && key.startsWith(own)));
}
