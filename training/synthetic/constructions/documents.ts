import { JOURNALS, PLATFORMS } from '../places.ts';
import type { Story } from '../story.ts';
import { afterSpoken, fragment, spoken } from '../style.ts';
import { items } from '../topics/topic.ts';
import { agree, before, type Constructions, capital, first } from './construction.ts';

const RULES = items(`tenants to give two months’ notice|drivers to rest every four hours|a licence for every boat|
  shops to close at eight|all visitors to sign in|the owner to repair the roof|a second opinion before any operation|
  helmets on all building sites|landlords to check the boilers once a year|a quorum of two thirds|parents to be informed`);
const CLAUSES =
  items(`Tenants shall be informed in writing|No person shall be held without charge|The lake is open to everyone|
  Every member has one vote|The buyer bears the cost of transport|Dogs must be kept on a lead|Changes need the consent of both parties|
  Work at night is forbidden|The owner is liable for any damage`);
const LAWS = items(
  `the law|the contract|the new rules|the constitution|the city’s bylaws|the treaty|the licence|the regulation|the club’s statutes|the bill`,
);
const PAPERS =
  items(`the note|a handwritten note|the sign on the door|a banner|the letter|the message|the email|the inscription|
  a plaque on the wall|the poster|a leaflet|the caption|a card|the text message|a placard|the last entry in the diary`);
const NOTES =
  items(`Please keep the door closed|We will be back on Monday|Forgive me|Wet paint|No entry for unauthorised persons|
  You have been warned|Thank you for everything|Cash only|Do not feed the animals|We are watching you|Closed until further notice|
  Here lived a free man|Water is life|Enough is enough|Meet me at the old pier|In memory of those who did not come home`);
const FINDINGS =
  items(`people who slept less than six hours fell ill twice as often|the glacier had lost a third of its mass|
  children who walk to school sleep better|the vaccine protected nine in ten patients|prices had risen faster than wages|
  the fish had been there all along|coffee made no difference|one in five bridges needs repair|women waited longer for a diagnosis|
  the river carried more plastic in spring|the effect wore off after $n months|older drivers had fewer accidents`);
const SURVEYED = items(
  `farmers|parents|voters|those asked|doctors|teachers|respondents|commuters|tenants|students|drivers|the members|people over 60`,
);
const VIEWS = items(`they would move away if they could|they did not trust the figures|they could not afford a holiday|
  the town had become more dangerous|they slept badly|they wanted a new bridge|they had never heard of the plan|
  they would vote for someone else|the fees were too high|they were happy with their work`);

const share = (s: Story): string =>
  s.random.pick([
    `${s.fill('$pct')} per cent of`,
    `${s.fill('$pct')} percent of`,
    `${s.fill('$pct')}% of`,
    'almost half of',
    'two thirds of',
    'a majority of',
    'three in four',
    'only one in ten',
    'more than half of',
    'nearly a quarter of',
  ]);

/** What documents, signs, polls, studies and posts say. */
export const DOCUMENTS: Constructions = {
  'document states'(s) {
    const source = capital(s.document());
    const many = /papers$/.test(source);
    const written = s.random.pick(many ? ['state', 'say', 'allege'] : items('states|says|alleges|notes|warns|stated'));
    if (s.random.chance(0.4)) {
      return s.mark('writes', `[${source}] {${written}:} <${spoken(s.marks, capital(s.tell(s.topic.claims)), '.')}>`);
    }
    if (s.random.chance(0.5)) return s.mark('writes', `[${source}] {${written}} <${s.that()}>.`);
    const shown = s.random.pick(
      many ? ['show', 'suggest', 'showed'] : items('shows|suggests|concludes|found|shows|concluded'),
    );
    return s.mark('shows', `[${source}] {${shown}} <${s.that()}>.`);
  },
  'law requires'(s) {
    const source = capital(s.random.pick(LAWS));
    const many = /rules|bylaws|statutes/.test(source);
    if (s.random.chance(0.35))
      return s.mark(
        'writes',
        `[${source}] {${many ? 'say' : 'says'}:} <${spoken(s.marks, s.random.pick(CLAUSES), '.')}>`,
      );
    if (s.random.chance(0.4)) {
      const verb = s.random.pick(['forbid', 'ban', 'prohibit', 'allow']);
      return s.mark('decides', `[${source}] {${many ? verb : `${verb}s`}} <${s.deed()}>.`);
    }
    return s.mark(
      'decides',
      `[${source}] {${many ? 'require' : s.random.pick(['requires', 'requires', 'demands', 'calls for'])}} <${s.random.pick(RULES)}>.`,
    );
  },
  'note reads'(s) {
    const source = capital(s.random.pick(PAPERS));
    const aside = s.random.pick([
      '',
      '',
      ', found in the kitchen,',
      ', seen by this newspaper,',
      ', dated 3 May,',
      ' in the window',
      ' above the gate',
    ]);
    const part = aside.startsWith(',') || !aside ? `[${source}]${aside}` : `[${source}${aside}]`;
    const cue = s.random.pick(['read', 'reads', 'said', 'says', 'simply read']);
    const note = s.random.pick(NOTES);
    const stop = s.random.chance(0.6) ? ('.' as const) : ('' as const);
    const text = `<${spoken(s.marks, note, stop)}>${stop ? '' : '.'}`;
    return s.mark('writes', s.random.chance(0.75) ? `${part} {${cue}:} ${text}` : `${part} {${cue}} ${text}`);
  },
  'a sign saying'(s) {
    const source = s.random.pick(items('a sign|a banner|placards|a poster|a T-shirt|a sticker|a postcard|a note'));
    const lead = s.random.pick(
      items(
        'On the door hung|One of the marchers carried|They held up|Above the counter was|Somebody had left|Outside stood',
      ),
    );
    const text = s.random.pick(NOTES);
    return `${s.mark('writes', `${lead} [${source}] {${s.random.pick(['saying', 'reading', 'that read', 'that said'])}} <${fragment(s.marks, text)}>`)}.`;
  },
  'study found'(s) {
    const journal = s.random.chance(0.6) ? ` ${s.random.pick(['published in', 'in'])} ${s.random.pick(JOURNALS)}` : '';
    const source = s.random.pick([
      'A study',
      'A survey',
      'A new analysis',
      'Research',
      'The study',
      'An evaluation',
      'A paper',
      'An audit',
    ]);
    const finding = s.tell(FINDINGS);
    const cue = s.random.pick(['found', 'shows', 'suggests', 'has found', 'showed', 'concluded', 'found no evidence']);
    return s.mark('shows', `[${source}${journal}] {${cue}} <that ${finding}>.`);
  },
  'finding, study said'(s) {
    const source = s.random.pick(['the study', 'the survey', 'the report', 'the authors', 'researchers']);
    const many = /authors|researchers/.test(source);
    return s.mark(
      many ? 'says' : 'shows',
      `<${capital(s.tell(FINDINGS))}>, [${source}] {${s.random.pick(many ? ['say', 'found', 'said'] : ['says', 'found', 'said', 'showed'])}}.`,
    );
  },
  'share of those asked'(s) {
    const who = `${capital(share(s))} ${s.random.pick(SURVEYED)}`;
    const verb = s.random.pick(['said', 'say', 'believe', 'think', 'told pollsters', 'fear']);
    const mode = /believe|think/.test(verb) ? 'thinks' : verb === 'fear' ? 'feels' : 'says';
    const cue = verb === 'told pollsters' ? '{told} pollsters' : `{${verb}}`;
    return s.mark(mode, `[${who}] ${cue} <${s.random.chance(0.4) ? 'that ' : ''}${s.tell(VIEWS)}>.`);
  },
  'share in favour'(s) {
    const who = `${capital(share(s))} ${s.random.pick(SURVEYED)}`;
    const verb = s.random.pick(['support', 'oppose', 'back', 'reject', 'are in favour of', 'are against', 'favour']);
    const favoured = s.mark(
      'feels',
      `[${who}] {${verb}} <${s.random.pick(['a plan to', 'a proposal to', 'a law to'])} ${s.act()}>`,
    );
    if (s.random.chance(0.4)) return `${favoured}.`;
    const poll = s.random.pick(['a poll', 'a new survey', `a poll for ${s.outlet()}`]);
    return s.mark('shows', `<${favoured}>, {according to} [${poll}].`);
  },
  'posted on'(s) {
    const who = s.speaker();
    const platform = s.random.pick(PLATFORMS);
    const cue = s.random.pick([
      `wrote on ${platform}`,
      `posted on ${platform}`,
      'posted',
      'tweeted',
      `said on ${platform}`,
      'commented',
      'wrote in a post',
      `replied on ${platform}`,
    ]);
    const tag = s.random.pick(['', '', '', ' #Enough', ' 🙏', ' 😡', ' @cityhall']);
    if (s.random.chance(0.5))
      return s.mark('writes', `${first(who)} {${cue}:} <${s.marks.open}${s.speech(2)}.${tag}${s.marks.close}>`);
    return s.mark('writes', `<${spoken(s.marks, s.speech(2))}>${afterSpoken(s.marks)} ${before(who)} {${cue}}.`);
  },
  'comment under a post'(s) {
    const who = s.random.pick(items('one user|a reader|another user|a commenter|a follower|one customer'));
    const words = `<${spoken(s.marks, s.sentence(), s.random.chance(0.3) ? '!' : ',')}>${afterSpoken(s.marks)}`;
    return s.mark('writes', `${words} {${s.random.pick(['wrote', 'commented', 'replied', 'posted'])}} [${who}].`);
  },
  'letter urging'(s) {
    const source = s.random.pick(
      items(
        'An open letter|A petition|A letter to the board|A resolution|A motion|An appeal|A petition signed by $nn people',
      ),
    );
    const verb = s.random.pick(['urging', 'calling on', 'asking', 'demanding that', 'urges', 'called on', 'asks']);
    const content = verb === 'demanding that' ? `${s.target()} ${s.act()}` : `${s.target()} to ${s.act()}`;
    const cue = verb === 'demanding that' ? '{demanding}' : `{${verb}}`;
    const that = verb === 'demanding that' ? 'that ' : '';
    const end = /ing$|ing on$|that$/.test(verb)
      ? ` ${s.random.pick(['has been signed by thousands', 'was handed over in the morning', 'hangs in the hall', 'has gone unanswered'])}.`
      : '.';
    return s.mark('writes', `[${s.fill(source)}] ${cue} <${that}${content}>${end}`);
  },
  'letter of a person'(s) {
    const who = s.person();
    const paper = s.random.pick(
      items(
        'a letter|an email|a report|an essay|her memoirs|a column|a statement|an opinion piece|a blog post|his diary',
      ),
    );
    if (s.random.chance(0.5))
      return s.mark(
        'writes',
        `In ${paper}, ${before(who)} {${s.random.pick(['wrote', 'writes', 'argued', 'complained'])}} <${s.that()}>.`,
      );
    return s.mark(
      'writes',
      `<${spoken(s.marks, s.speech(2))}>${afterSpoken(s.marks)} ${before(who)} {${s.random.pick(['wrote', 'wrote in a letter', 'wrote later', 'writes'])}}.`,
    );
  },
  'statement says'(s) {
    const whose = s.random.pick(s.topic.bodies);
    const source = s.random.pick([
      'a statement',
      'the statement',
      `a statement from ${s.fill(whose)}`,
      'it',
      'a press release',
    ]);
    if (s.random.chance(0.5))
      return s.mark(
        'writes',
        `<${spoken(s.marks, s.speech(2))}>${afterSpoken(s.marks)} [${source}] {${s.random.pick(['said', 'read', 'says'])}}.`,
      );
    const name = source === 'it' ? 'The statement' : capital(source);
    return s.mark('writes', `[${name}] {${s.random.pick(['said', 'says', 'added', 'announced'])}} <${s.that()}>.`);
  },
  'court papers, a list of counts'(s) {
    const many = s.random.chance(0.5);
    const source = many
      ? s.random.pick(['Court papers', 'Prosecutors', 'Investigators'])
      : s.random.pick(['The indictment', 'The lawsuit', 'The complaint', 'The charge sheet']);
    if (s.random.chance(0.5))
      return s.say(`[${source}] {${many ? 'accuse' : 'accuses'}} <${s.target()} of ${s.deed()} and ${s.deed()}>.`);
    return s.say(
      `<${capital(s.tell(s.topic.claims))}>, [${source.charAt(0).toLowerCase()}${source.slice(1)}] {${many ? 'say' : s.random.pick(['says', 'alleges', 'claims'])}}.`,
    );
  },
  'documents show, without statement'(s) {
    const who = s.named();
    return `${s.mark('shows', `[${s.random.pick(['Photographs', 'Video footage', 'Bank records', 'Satellite images', 'The figures', 'Internal emails', 'Documents'])}] {${s.random.pick(['show', 'showed', 'suggest'])}} <that ${s.tell(s.topic.claims)}>`)}. ${s.say(`${first(who)} {${agree(who, 'has', 'have')} declined} <to comment>`)}.`;
  },
};
