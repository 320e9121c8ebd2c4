/**
 * Countries, capitals, other places of government and the adjectives made from them. In news a place often speaks for
 * its government ("Kyiv has underscored"), and it is never a person. General geographic knowledge, lower case.
 */

const COUNTRIES = `
  afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
  barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burkina|faso burma
  burundi cambodia cameroon canada chad chile china colombia congo costa|rica croatia cuba cyprus czechia
  czech|republic denmark djibouti dominica dominican|republic ecuador egypt el|salvador england eritrea estonia eswatini
  ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras
  hong|kong hungary iceland india indonesia iran iraq ireland israel italy ivory|coast jamaica japan jordan kazakhstan
  kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia
  madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco
  mozambique myanmar namibia nauru nepal netherlands new|zealand nicaragua niger nigeria north|korea north|macedonia
  northern|ireland norway oman pakistan palestine panama papua|new|guinea paraguay peru philippines poland portugal qatar
  romania russia rwanda samoa saudi|arabia scotland senegal serbia seychelles sierra|leone singapore slovakia slovenia
  somalia south|africa south|korea south|sudan spain sri|lanka sudan suriname sweden switzerland syria taiwan tajikistan
  tanzania thailand togo tonga tunisia turkey turkiye turkmenistan tuvalu uganda ukraine united|arab|emirates
  united|kingdom united|states uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia zimbabwe u.s us
  u.s.a usa u.k uk uae u.a.e eu e.u europe european|union soviet|union ussr gaza west|bank crimea
`;

const CAPITALS = `
  abuja accra addis|ababa algiers amman amsterdam ankara astana asuncion athens baghdad baku bamako bangkok beijing beirut
  belgrade berlin bern bogota brasilia bratislava brussels bucharest budapest buenos|aires cairo canberra caracas
  chisinau colombo copenhagen dakar damascus delhi dhaka doha dublin edinburgh geneva hague hanoi harare havana helsinki
  islamabad jakarta jerusalem kabul kathmandu khartoum kiev kigali kinshasa kyiv kuala|lumpur lima lisbon ljubljana london
  luanda lusaka madrid manama manila minsk mogadishu montevideo moscow muscat nairobi new|delhi nicosia oslo ottawa
  paris phnom|penh podgorica prague pretoria pyongyang quito rabat reykjavik riga riyadh rome san|salvador sanaa
  santiago sarajevo seoul skopje sofia stockholm taipei tallinn tashkent tbilisi tehran tel|aviv tirana tokyo tripoli
  tunis ulaanbaatar vaduz valletta vienna vientiane vilnius warsaw washington wellington yerevan zagreb
`;

const REGIONS = `
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
  new|hampshire new|jersey new|mexico new|york north|carolina north|dakota ohio oklahoma oregon pennsylvania
  rhode|island south|carolina south|dakota tennessee texas utah vermont virginia west|virginia wisconsin wyoming
  puerto|rico guam ontario quebec alberta manitoba saskatchewan nova|scotia british|columbia new|south|wales queensland
  tasmania bavaria saxony catalonia scotland wales flanders wallonia punjab kashmir tibet xinjiang chechnya donbas
  donetsk luhansk lugansk kherson sevastopol los|angeles san|francisco san|diego san|antonio san|jose chicago boston
  philadelphia houston dallas austin atlanta miami orlando seattle detroit cleveland denver phoenix baltimore milwaukee
  las|vegas new|orleans st.|louis des|moines cincinnati pittsburgh toronto montreal vancouver sydney melbourne mumbai
  shanghai shenzhen istanbul barcelona munich hamburg frankfurt cologne milan naples manchester birmingham liverpool
  glasgow lagos johannesburg cape|town karachi lahore dubai abu|dhabi sao|paulo rio|de|janeiro kharkiv odesa odessa lviv
  dnipro st.|petersburg osaka hiroshima asia africa latin|america north|america south|america middle|east america
  balkans caucasus scandinavia brooklyn manhattan
`;

/** Streets and houses by whose names governments, markets and courts are called. */
const SEATS = `
  downing|street wall|street capitol|hill whitehall westminster holyrood stormont foggy|bottom buckingham|palace
  kensington|palace
`;

const entries = (list: string): string[] =>
  list
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => name.replaceAll('|', ' '));

/** All places, in lower case; a full stop after a single letter is left out at the end ("u.s"). */
export const PLACES: ReadonlySet<string> = new Set([COUNTRIES, CAPITALS, REGIONS, SEATS].flatMap(entries));

/** Short forms in datelines, addresses and after a politician's name ("R-Ohio", "D-N.H.", "Calif."). */
const ABBREVIATED = `
  ala:alabama alas:alaska ariz:arizona ark:arkansas calif:california colo:colorado conn:connecticut del:delaware
  fla:florida ga:georgia ill:illinois ind:indiana kan:kansas kans:kansas ky:kentucky la:louisiana md:maryland
  mass:massachusetts me:maine mich:michigan minn:minnesota miss:mississippi mo:missouri mont:montana neb:nebraska
  nev:nevada n.h:new|hampshire n.j:new|jersey n.m:new|mexico n.y:new|york n.c:north|carolina n.d:north|dakota
  okla:oklahoma ore:oregon pa:pennsylvania r.i:rhode|island s.c:south|carolina s.d:south|dakota tenn:tennessee
  tex:texas vt:vermont va:virginia wash:washington w.va:west|virginia wis:wisconsin wyo:wyoming al:alabama ak:alaska
  az:arizona ar:arkansas ca:california co:colorado ct:connecticut de:delaware fl:florida il:illinois ia:iowa ks:kansas
  ma:massachusetts mi:michigan mn:minnesota ms:mississippi mt:montana ne:nebraska nv:nevada nh:new|hampshire
  nj:new|jersey nm:new|mexico ny:new|york nc:north|carolina nd:north|dakota oh:ohio ok:oklahoma or:oregon
  ri:rhode|island sc:south|carolina sd:south|dakota tn:tennessee tx:texas ut:utah vermont:vermont wv:west|virginia
  wi:wisconsin wy:wyoming ont:ontario que:quebec u.s:united|states us:united|states u.k:united|kingdom
`;

/** Abbreviation without its last full stop → the place's name. */
export const ABBREVIATED_PLACES: ReadonlyMap<string, string> = new Map(
  entries(ABBREVIATED).map((entry) => {
    const at = entry.indexOf(':');
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  }),
);

/** Adjectives and names of inhabitants, with the place they point to ("Russian deputy minister", "the Texan"). */
const PEOPLES = `
  afghan:afghanistan albanian:albania algerian:algeria american:united|states angolan:angola argentine:argentina
  argentinian:argentina armenian:armenia australian:australia austrian:austria azerbaijani:azerbaijan bahraini:bahrain
  bangladeshi:bangladesh belarusian:belarus belgian:belgium bolivian:bolivia bosnian:bosnia brazilian:brazil
  british:britain briton:britain bulgarian:bulgaria burmese:burma cambodian:cambodia cameroonian:cameroon
  canadian:canada catalan:catalonia chechen:chechnya chilean:chile chinese:china colombian:colombia congolese:congo
  croatian:croatia cuban:cuba cypriot:cyprus czech:czechia danish:denmark dutch:netherlands ecuadorean:ecuador
  egyptian:egypt emirati:united|arab|emirates english:england eritrean:eritrea estonian:estonia ethiopian:ethiopia
  european:europe filipino:philippines finnish:finland french:france georgian:georgia german:germany ghanaian:ghana
  greek:greece guatemalan:guatemala haitian:haiti honduran:honduras hungarian:hungary icelandic:iceland indian:india
  indonesian:indonesia iranian:iran iraqi:iraq irish:ireland israeli:israel italian:italy jamaican:jamaica
  japanese:japan jordanian:jordan kazakh:kazakhstan kenyan:kenya korean:korea kosovan:kosovo kurdish:kurdistan
  kuwaiti:kuwait kyrgyz:kyrgyzstan laotian:laos latvian:latvia lebanese:lebanon liberian:liberia libyan:libya
  lithuanian:lithuania malaysian:malaysia malian:mali maltese:malta mexican:mexico moldovan:moldova mongolian:mongolia
  montenegrin:montenegro moroccan:morocco mozambican:mozambique namibian:namibia nepalese:nepal nicaraguan:nicaragua
  nigerian:nigeria nigerien:niger norwegian:norway omani:oman pakistani:pakistan palestinian:palestine
  panamanian:panama paraguayan:paraguay peruvian:peru polish:poland portuguese:portugal qatari:qatar romanian:romania
  russian:russia rwandan:rwanda saudi:saudi|arabia scottish:scotland senegalese:senegal serb:serbia serbian:serbia
  singaporean:singapore slovak:slovakia slovenian:slovenia somali:somalia soviet:soviet|union spanish:spain
  sudanese:sudan swedish:sweden swiss:switzerland syrian:syria taiwanese:taiwan tajik:tajikistan tanzanian:tanzania
  texan:texas thai:thailand tibetan:tibet tunisian:tunisia turkish:turkey turkmen:turkmenistan ugandan:uganda
  ukrainian:ukraine uruguayan:uruguay uzbek:uzbekistan venezuelan:venezuela vietnamese:vietnam welsh:wales
  yemeni:yemen zambian:zambia zimbabwean:zimbabwe californian:california floridian:florida
`;

/** Adjective or inhabitant in the singular → place. */
export const DEMONYMS: ReadonlyMap<string, string> = new Map(
  entries(PEOPLES).map((entry) => {
    const at = entry.indexOf(':');
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  }),
);

/** Members of faiths and peoples without a country, in the singular. */
export const FAITHFUL: ReadonlySet<string> = new Set(
  entries(`
  catholic protestant muslim jew jewish christian evangelical hindu sikh buddhist mormon sunni shiite shia baptist
  lutheran methodist anglican orthodox latino latina hispanic asian african kurd roma arab islamist zionist
`),
);
