/**
 * What names of media look like: the world's well-known agencies, broadcasters, papers, sites, programmes and platforms,
 * and the words by which the name of any other gives itself away.
 */

const words = (list: string): Set<string> => new Set(list.split(' '));
const lines = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const NAMES = lines(`
  AP, Associated Press, Reuters, Thomson Reuters, AFP, Agence France-Presse, UPI, dpa, DPA, Bloomberg, TASS, Tass, Itar-Tass, Interfax,
  RIA Novosti, RIA, Ukrinform, UNIAN, Xinhua, Kyodo, Jiji, Yonhap, ANSA, EFE, Anadolu, PTI, ANI, IRNA, Fars, Tasnim, SANA, KCNA,
  Belta, PAP, CTK, APA, ATS, Lusa, Europa Press, Press Association, PA Media, Canadian Press, Australian Associated Press, AAP,
  ABC, NBC, CBS, CNN, MSNBC, CNBC, PBS, NPR, Fox, HBO, C-SPAN, ESPN, HLN, BET, TMZ, MTV, VH1, Univision, Telemundo, Newsmax, OAN,
  BBC, ITV, Channel 4, CBC, CTV, RTE, RTÉ, RFI, RTL, TF1, BFM TV, BFMTV, France 24, France Info, ARD, ZDF, Deutsche Welle, DW, NOS, VRT, RAI,
  RTVE, SVT, NRK, YLE, TVN, TVP, ORF, SRF, NHK, NTV, TRT, Al Jazeera, Al Arabiya, Al-Jazeera, Al-Arabiya, Al Mayadeen, CGTN, CCTV,
  RT, Sputnik, Rossiya, NDTV, Voice of America, VOA, Radio Free Europe, Radio Liberty, RFE, Suspilne, Hromadske, Meduza,
  Rappler, Breitbart, BuzzFeed, Politico, Vox, Vice, Slate, Salon, Axios, Semafor, Quartz, Mashable, Gawker, Jezebel, Deadspin,
  Daily Beast, Huffington Post, HuffPost, Daily Caller, Drudge Report, National Review, New Republic, Mother Jones, ProPublica,
  Intercept, Atlantic, New Yorker, Economist, Newsweek, Forbes, Fortune, Barron's, Vanity Fair, Rolling Stone, Esquire, Playboy,
  Wired, Variety, Hollywood Reporter, Billboard, Cosmopolitan, Vogue, Marie Claire, Der Spiegel, Spiegel, Die Zeit,
  Bild, Die Welt, Le Monde, Le Figaro, Libération, Le Parisien, Les Echos, L'Equipe, La Repubblica, Corriere della Sera, La Stampa, Il Giornale,
  El País, El Pais, El Mundo, La Vanguardia, El Universal, Clarín, La Nación, Folha, O Globo, Estadão, Público, Haaretz, Ynet, Yediot Ahronoth, Maariv,
  Hürriyet, Hurriyet, Sabah, Cumhuriyet, Kommersant, Vedomosti, Izvestia, Novaya Gazeta, Gazeta Wyborcza, Rzeczpospolita,
  Asahi Shimbun, Yomiuri Shimbun, Mainichi, Nikkei, Hindu, Times of India, Indian Express, Guardian, Observer, Independent,
  Daily Telegraph, Telegraph, Daily Mail, Mail Online, Mail on Sunday, Daily Express, Daily Mirror, Evening Standard, Spectator, New Statesman, Sun,
  USA Today, Wall Street Journal, WSJ, New York Times, NYT, Washington Post, Washington Examiner, Los Angeles Times, Chicago Tribune,
  Boston Globe, Denver Post, Miami Herald, Des Moines Register, Union Leader, Tampa Bay Times, Post and Courier, Plain Dealer,
  Globe and Mail, Sydney Morning Herald, Age, Irish Times, Scotsman, South China Morning Post, Straits Times, Japan Times, Moscow Times,
  Financial Times, FT, Hill, Weekly Standard, Yahoo, Yahoo News, Business Insider, TechCrunch, Verge, Gizmodo, TheBlaze, Blaze,
  TIME, Time magazine, People magazine, New York magazine, US Weekly, Us Weekly, Foreign Policy, Foreign Affairs, Jerusalem Post, Times of Israel,
  NBC News, ABC News, CBS News, Fox News, Fox News Channel, Fox Business, Fox Business Network, Sky News, BBC News, BBC World Service, ITV News, PBS NewsHour,
  National Public Radio, Christian Broadcasting Network, CBN
`);

const PROGRAMME_NAMES = lines(`
  Meet the Press, Face the Nation, Fox News Sunday, Good Morning America, 60 Minutes, Morning Joe, Fox & Friends, Fox and Friends,
  Newsnight, Question Time, Any Questions, Nightline, Dateline, NewsHour, Saturday Night Live, Late Show, Tonight Show, Daily Show,
  Today Show, This Week, Democracy Now, Morning Edition, All Things Considered, Radio 4, HARDtalk, Hardtalk, Inside Edition
`);

const PLATFORM_NAMES = lines(`
  Twitter, Facebook, Instagram, Telegram, YouTube, Youtube, TikTok, Snapchat, Reddit, LinkedIn, WhatsApp, VK, VKontakte, Weibo, WeChat,
  Truth Social, Mastodon, Bluesky, BlueSky, Tumblr, Periscope, Discord, Substack, Parler, Gab, Vine, Pinterest, X, Threads, Viber, Odnoklassniki,
  Twitch, Clubhouse, Medium, Myspace, MySpace, Flickr, Vimeo, Google+, Gettr, Rumble, Spaces
`);

export type NameKind = 'outlet' | 'programme' | 'platform';

/** Names as they are written, upper case where they are; "The" left out. First word → names that begin with it, longest first. */
const BY_FIRST_WORD = new Map<string, { words: string[]; kind: NameKind }[]>();

/** Splits a name as the tokeniser does, and drops what may be printed or not. */
function nameWords(name: string): string[] {
  return name
    .replaceAll('’', "'")
    .split(/\s+|-/)
    .filter((word) => word !== '');
}

for (const [names, kind] of [
  [NAMES, 'outlet'],
  [PROGRAMME_NAMES, 'programme'],
  [PLATFORM_NAMES, 'platform'],
] as const) {
  for (const name of names) {
    for (const written of new Set([name, name.toUpperCase()])) {
      const parts = nameWords(written);
      const list = BY_FIRST_WORD.get(parts[0]!) ?? [];
      list.push({ words: parts, kind });
      BY_FIRST_WORD.set(parts[0]!, list);
    }
  }
}
for (const list of BY_FIRST_WORD.values()) list.sort((a, b) => b.words.length - a.words.length);

/** The longest known name that `words` begin with, as its kind and how many words it has; null when there is none. */
export function knownName(written: readonly string[]): { kind: NameKind; length: number } | null {
  for (const { words: name, kind } of BY_FIRST_WORD.get(written[0] ?? '') ?? []) {
    if (name.every((word, i) => word === written[i])) return { kind, length: name.length };
  }
  return null;
}

/** Words of the names of papers, broadcasters and agencies. */
export const NAME_WORDS = words(
  'News Times Post Herald Tribune Gazette Gazeta Journal Telegraph Chronicle Daily Weekly Observer Press Radio TV Television ' +
    'Magazine Broadcasting Channel Review Globe Independent Courier Inquirer Enquirer Examiner Dispatch Bulletin Argus Echo ' +
    'Sentinel Register Today Newswire Podcast FM Media Mail Mirror Reporter Monitor Advocate Ledger Newspaper Pravda Zeitung ' +
    'NEWS TIMES POST HERALD TRIBUNE GAZETTE JOURNAL RADIO MAGAZINE TODAY DAILY Newsroom Online Network Sun Star Standard ' +
    'Allgemeine Tageszeitung Nachrichten Presse Journaal Rundfunk Televisión Televisione Rádio Shimbun Independiente Republican Democrat Free',
);

/** Of those, the ones that say nothing by themselves: "Democrat" is a paper's name only beside another word of the kind. */
export const WEAK_NAME_WORDS = words(
  'Free Republican Democrat Advocate Star Sun Standard Network Online Register Reporter Mirror Today Independent',
);

/** Words that a name of several words may end with after a name of the list: "CNN International", "POLITICO Florida". */
export const NAME_ENDINGS = words(
  'International Politics World Worldwide Business Sports Sport Latino Magazine Radio TV Television News Network Channel Europe ' +
    'America Asia Arabic Español Espanol Live Daily Online Digital Weekly London Florida Massachusetts California Studios One Two Three Four Five ' +
    'Persian Russian Ukraine Turk Turkey Brasil Brazil Mundo Africa',
);

/** Words that a body, not a medium, has last in its name. */
export const BODIES = words(
  'Committee Commission Council Ministry Department Court Senate Congress Parliament Assembly House Office Bureau Agency Board Union ' +
    'Party Institute Foundation University College Bank Center Centre Club Conference Association Federation Society Academy Army Police Force ' +
    'Forces Fund Organization Organisation Secretary Officer Minister President Director Authority Convention Caucus Alliance Coalition Company ' +
    'Corps Group Inc Corp Ltd LLC PAC Project Campaign Church Hospital School Administration Nations Summit Forum League Team Guard Navy ' +
    'Defense Defence State Treasury Justice Service Services Directorate Prosecutor Attorney General Governor Mayor Judge Chamber Hague Kremlin Bronx ' +
    'Pentagon Vatican Palace Tower Hall Street',
);

/** Acronyms of bodies that are told things without "the" before them. */
export const ACRONYMS_OF_BODIES = words(
  'NATO UNESCO UNICEF OPEC NASA FIFA UEFA FEMA ICE MI5 MI6 GOP DNC RNC FBI CIA NSA DHS DOJ EPA IRS UN EU US USA UK UAE WHO WTO IMF OSCE ' +
    'ISIS ISIL IS PKK NRA AIPAC NAACP ACLU AFL CIO SEIU UAW CEO HR PM MP MPS II III IV TV LGBT LGBTQ NLD ANC BJP SNP CDU SPD PAC AI IT ' +
    'ASEAN BRICS ECOWAS INTERPOL SEC FCC FDA CDC OK DC LA NY NYC NYPD LAPD VA ID IQ DNA AIDS HIV COVID',
);

/** Titles that make a name a person's. */
export const TITLES = words(
  'Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Lord Lady Dame Sen Sen. Rep Rep. Gov Gov. Gen Gen. Col Col. Lt Lt. Capt Capt. Sgt Sgt. ' +
    'Senator Representative Governor President Prime Vice Judge Justice Congressman Congresswoman Rev Rev. King Queen Prince Princess Pope ' +
    'Chancellor Ambassador Secretary Minister Chairman Chairwoman Speaker Mayor Attorney General Father Sister Brother Detective Officer',
);

/** Names that are common words or surnames: media only with "the" before them. */
export const WITH_ARTICLE = words(
  'Age Atlantic Blaze Economist Guardian Hill Hindu Independent Intercept Observer Scotsman Spectator Sun Telegraph Verge Times Post',
);

export const CALENDAR = words(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October ' +
    'November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thurs. Fri. Sat. Sun.',
);

/** Words that name no medium by themselves ("a TV interviewer"). */
export const GENERIC = words(
  'TV Radio Television News Press Media Daily Weekly Magazine Online FM Newspaper Channel Network Broadcasting Podcast Show Free',
);
/** Call signs of North American stations. */
export const CALL_SIGN = /^[KW]\p{Lu}{3}$/u;
