/**
 * Words by which organizations, their parts, and documents are known. General knowledge of English news prose, lower
 * case.
 */

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** Last words of organizations' names, or words that open them before "of" and "for". */
export const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(
  words(`
  academies academy action administration ag agency airlines airways alliance army assembly associates association
  authority bank bar board brigade broadcasting brothers bureau cabinet camp campaign capital caucus center centre
  chamber channel church cia citizens city club coalition college commission committee communications company conference
  congress consortium consulting convention corp corporation council court courts crossroads daily defense department
  dept directorate division duma economist embassy enterprises exchange faction fbi federation firm force forces forum
  foundation front fund gazette globe gop government governorate group guard guardian guild gmbh herald holdings hospital
  house inc industries initiative inquirer inspectorate institute institution intelligence international inspection
  journal knesset kremlin laboratories laboratory labs league left legal legislature llc llp lords ltd magazine majlis
  media militia ministry monitor movement museum nation nato navy network news nations observatory observer office
  operation organisation organization pac panel parliament partners partnership party patrol pentagon plc police
  politburo poll polls post press program programme project prosecutor prosecutors publishing quarterly radio reichstag
  reserve review rights sa school seminary senate service services society solutions soviet squad staff star state
  states store studio studios subcommittee summit sun syndicate systems task team technologies telegraph television
  theater theatre times today tribunal tribune trust tv un union university verein voice vatican watch watchdog
  weekly management examiner insider caller sentinel dealer enquirer intercept workers americans veterans teachers nurses voters parents
  centers centres institutes schools universities foods lines motors petroleum pharmaceuticals pharma chemicals insurance logistics shipping telecom telecoms aerospace
  breweries supermarkets software electronics semiconductors railways healthcare hospitals
  ventures constabulary coastguard archdiocese diocese rovers wanderers albion hotspur fc afc athletic
`),
);

/** Common nouns for one organization ("the ministry", "the company"); each line is a class whose members may stand for each other. */
export const ORGANIZATION_CLASSES: Readonly<Record<string, readonly string[]>> = {
  press: words(
    'newspaper paper magazine outlet broadcaster network channel station site website publication daily weekly tabloid agency newswire wire service journal editorial board press blog news post times herald tribune gazette telegraph observer guardian monitor radio tv television media',
  ),
  state: words(
    'government administration ministry department agency bureau office authority cabinet commission service state regime executive embassy treasury kremlin pentagon white house',
  ),
  lawmakers: words(
    'parliament congress senate house assembly legislature council committee subcommittee chamber panel caucus',
  ),
  court: words('court tribunal bench circuit judiciary'),
  business: words(
    'company firm corporation giant maker carmaker automaker chipmaker drugmaker planemaker truckmaker phonemaker toymaker steelmaker tyremaker tiremaker manufacturer bank retailer carrier airline business startup start-up conglomerate chain supplier operator developer group inc corp llc ltd plc capital partners holdings technologies industries systems solutions',
  ),
  society: words(
    'group organization organisation association union foundation charity nonprofit non-profit institute institution center centre think-tank tank alliance coalition federation league society club fund movement network project campaign initiative watchdog pac trust action',
  ),
  party: words('party bloc faction wing camp opposition coalition'),
  campaign: words('campaign camp team operation'),
  police: words('police force department sheriff guard patrol coastguard constabulary'),
  school: words('university college school academy institute'),
  place: words(
    'country nation state city town county village capital kingdom republic government island province region',
  ),
  faith: words('church mosque synagogue temple diocese vatican'),
  fighters: words('army military militia navy force forces guard group movement'),
};

/** Parts of a person's enterprise: "Carvalho's campaign", "his office". With whose they are, they name an organization. */
export const PERSONAL_ORGANIZATIONS: ReadonlySet<string> = new Set(
  words('campaign camp team office administration foundation'),
);

/** Newspapers, agencies, stations and sites that are often named by one word. */
export const OUTLETS: ReadonlySet<string> = new Set(
  words(`
  reuters bloomberg politico interfax tass xinhua kyodo nhk bbc cnn nbc abc cbs npr pbs msnbc afp ap upi dpa ansa efe
  anadolu haaretz ynet spiegel bild zeit welt monde figaro pais mundo repubblica corriere stampa guardian telegraph
  economist forbes fortune newsweek time vox slate salon axios buzzfeed huffpost breitbart vice wired variety gallup
  pew yougov quinnipiac ipsos nikkei asahi yomiuri mainichi yonhap dawn hindu jazeera arabiya kommersant izvestia
  pravda meduza ukrinform unian rt sputnik tvn onet politifact factcheck snopes facebook twitter google youtube
  instagram telegram wikileaks amnesty greenpeace hamas hezbollah taliban fatah opec nato unesco unicef interpol europol
  kremlin pentagon bundestag knesset duma rada sejm riksdag folketing storting dail seanad verkhovna congress parliament
  senate esquire espn
`),
);

/** What gives information without being a speaker: documents, surveys, data, laws. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  words(`
  account accounts ad ads advertisement advertisements affidavit agreement amendment analysis analyses announcement
  article articles audio audit average averages bill biography blog book books briefing brochure bulletin bylaws call
  calls cable cables calculation calculations caption census charter chart clip clips column commercial complaint
  constitution contract contracts correspondence count data database deal declaration decision decree description
  diary directive document documents documentary dossier draft drafts editorial editorials email emails e-mail e-mails
  entry entries essay estimate estimates evidence excerpt excerpts exchange exhibit file files filing filings film
  finding findings figure figures footage forecast forecasts form forms graph graphic guide guidelines headline headlines
  image images index indictment information interview interviews inquiry invitation invoice item journal law laws lawsuit
  lawsuits leaflet ledger ledgers legislation letter letters list lists log logs mailer manifesto manual map materials
  measure measures memo memoir memoirs memorandum memos message messages minutes motion newsletter note notes notice
  notification op-ed opinion order orders ordinance page pages pamphlet paper papers passage paragraph petition photo
  photograph photographs photos picture pictures plan platform poem policy poll polling polls portrait post poster
  posters posting posts projection projections proposal proposals prospectus provision provisions publication questionnaire
  quote readout reading recap receipt receipts record recording recordings records referendum regulation regulations
  release reply report reporting reports request research resolution response result results resume review reviews
  ruling rulings rule rules schedule script section series sign signs slogan song speech speeches spot spreadsheet
  statement statements statistic statistics statute statutes stories story studies study subpoena suit summary survey
  surveys syllabus tally talks tape tapes telegram text texts textbook thread timeline title tradition transcript
  transcripts translation treaty trend trove tweet tweets version video videos warrant website webpage will word words
  examination autopsy post-mortem postmortem hearing contest contests research vote votes returns screen screens test tests trial trials numbers
`),
);

/** Last words of names that are neither a person's nor an organization's that speaks: streets, laws, days, prizes. */
export const NOT_PERSONS: ReadonlySet<string> = new Set(
  words(`
  street island islands river avenue beach square county valley lake mountain mountains bay park hill hills road airport
  stadium hotel tower towers day act war bowl cup award awards prize amendment code constitution christmas peninsula
  sea ocean coast desert canyon creek bridge highway boulevard lane drive garden gardens plaza mall arena field fields
  forest falls district province region territory empire era age revolution accord accords agreement treaty deal
  protocol plan convention doctrine resolution law bill caucuses primary primaries election elections debate debates
  week month year festival games olympics championship league series show tour festival weekend eve night
  campaign rally supporters voters aides backers loyalists officials leaders policy politics economics dream
  street's jr's states kingdom republic building memorial cemetery monument gate palace castle center twitter facebook
  hall room office theory effect bible koran quran testament virus disease syndrome pandemic storm tuesday
  monday wednesday thursday friday saturday sunday january february march april june july august september october
  november december york angeles francisco
`),
);

/** Those of `NOT_PERSONS` that are common family names too. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  words(
    'hall hill hills day lane park lake field fields forest storm law march rivers bridge bridges street tower towers castle',
  ),
);
