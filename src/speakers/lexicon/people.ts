/**
 * Nouns for people: titles before a name, roles, kinship, and people in the plural. General knowledge of English news
 * prose, lower case and singular unless said otherwise. No names of actual persons.
 */

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** Courtesy titles: not a role, but they tell gender. */
export const COURTESY: ReadonlyMap<string, 'f' | 'm' | null> = new Map([
  ['mr', 'm'],
  ['mister', 'm'],
  ['monsieur', 'm'],
  ['herr', 'm'],
  ['sir', 'm'],
  ['mrs', 'f'],
  ['ms', 'f'],
  ['miss', 'f'],
  ['madame', 'f'],
  ['madam', 'f'],
  ['frau', 'f'],
  ['dame', 'f'],
  ['mx', null],
  ['dr', null],
  ['excellency', null],
]);

/** Written forms of titles → the noun. A full stop at the end is left out. */
export const TITLE_FORMS: ReadonlyMap<string, string> = new Map(
  words(`
  sen:senator sens:senator rep:representative reps:representative gov:governor govs:governor lt:lieutenant gen:general
  col:colonel maj:major capt:captain cmdr:commander cpt:captain adm:admiral sgt:sergeant cpl:corporal pvt:private
  prof:professor rev:reverend fr:father hon:honourable amb:ambassador supt:superintendent det:detective insp:inspector
  pres:president sec:secretary atty:attorney dep:deputy asst:assistant assoc:associate cllr:councillor mp:mp mep:mep
  pm:premier dr:doctor
`).map((entry) => entry.split(':') as [string, string]),
);

/** Nouns that stand before a name or in apposition to it, and name the person's office, trade or part in events. */
export const ROLES: ReadonlySet<string> = new Set(
  words(`
  academic accountant activist actor actress adjutant administrator admiral advisor adviser advocate agent aide
  ambassador analyst anchor anchorman anchorwoman anthropologist apologist archbishop architect artist assemblyman
  assemblywoman assistant associate astronaut athlete attendee attorney author ayatollah backer banker baron baroness
  biographer biologist billionaire bishop blogger boss broadcaster broker builder bureaucrat businessman businessperson
  businesswoman campaigner candidate captain cardinal cardiologist caretaker cashier ceo celebrity cfo challenger
  champion chancellor chair chairman chairperson chairwoman chaplain chef chemist chief chieftain citizen civilian
  cleric clerk climatologist coach co-author co-chair co-chairman co-chairwoman co-founder co-host collaborator
  colleague collector colonel columnist comedian commander commandant commentator commissioner competitor composer
  comptroller conductor confidant congressman congressperson congresswoman consul consultant contender contractor
  contributor controller coo cop coordinator coroner correspondent councillor councilor councilman councilwoman
  counsel counsellor counselor count countess critic curator czar dean defendant defector delegate demographer democrat
  deputy designer detective developer dictator diplomat director dissident doctor documentarian donor driver dramatist
  drummer duchess duke economist editor educator elder emir emissary emperor employee employer engineer entertainer
  entrepreneur envoy epidemiologist ethicist evangelist executive expert farmer father favorite favourite fellow
  fighter filmmaker financier firefighter firebrand foe footballer forecaster founder friend front-runner frontrunner
  fundraiser general geologist geophysicist governor graduate guard guest guitarist hacker hairdresser hawk head
  headmaster headteacher heir heiress historian hopeful host hostess husband imam immigrant immunologist incumbent
  independent industrialist informant inmate insider inspector instructor insurgent interpreter interrogator
  interviewer inventor investigator investor jihadist journalist judge jurist juror justice keeper king laborer lady
  landlord landowner laureate lawmaker lawyer leader lecturer legislator libertarian librarian lieutenant linguist
  lobbyist logician magistrate magnate maker manager marine marshal mastermind mathematician mayor mechanic mediator
  medic member mentor merchant meteorologist midwife militant millionaire minister missionary mobster moderate
  moderator mogul monarch monk monsignor mp mep mother msp musician narrator naturalist negotiator neighbor neighbour
  nephew neurologist neurosurgeon neuroscientist newcomer newsman nominee novelist nun nurse officer official ombudsman
  opponent operative operator organizer organiser organist outsider owner painter pastor paramedic parent
  parishioner parliamentarian participant partner passenger patient patriarch patron pediatrician performer
  personality pharmacist philanthropist philosopher photographer physician physicist pianist pilot pioneer playwright
  plaintiff player plumber poet policeman policewoman policymaker politician pollster pope postmaster practitioner
  preacher predecessor prefect premier presenter president president-elect priest prime-minister
  prince princess principal prisoner producer professor programmer promoter proponent prosecutor protester protestor
  provost psychiatrist psychologist publicist publisher pundit pupil queen rabbi radiologist rancher realtor rebel
  receptionist recruiter refugee regent reporter representative republican researcher resident respondent retiree
  reverend reviewer rival runner-up salesman saleswoman scholar scientist screenwriter sculptor secretary seismologist
  senator senator-elect sergeant sheik sheikh sheriff shopkeeper sibling singer skipper socialist sociologist soldier
  solicitor specialist speaker spokesman spokesperson spokeswoman sponsor staffer star statesman statistician stewardess
  strategist striker student sultan superintendent supervisor supporter surgeon surrogate survivor suspect teacher
  technician technologist teenager theologian theorist therapist thinker trader trainer translator
  treasurer trucker trustee tsar tutor tycoon undersecretary under-secretary underling vendor veteran veterinarian vicar
  vice-president victim villager virologist volunteer voter waiter waitress warden warlord whip whistleblower
  whistle-blower widow widower winner witness worker writer zoologist youngster
  doyen ex-president ex-minister ex-wife ex-husband reservist commando chargé charge
  model runner neurobiologist mogul cofounder
  midfielder goalkeeper quarterback forward generalissimo ombudswoman alderman
  selectman freeholder assemblymember councilmember committeeman committeewoman chairman-elect mayor-elect governor-elect
  realtor restaurateur vintner brewer retailer grocer fisherman fisher miner hunter rector abbot
  rapporteur arbiter arbitrator commissioner-general secretary-general director-general attorney-general
`),
);

/** People in general, kin and words of address: a person, but not an office. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
  words(`
  man woman person boy girl child kid baby teen adult gentleman lady guy fellow someone somebody anyone anybody source
  senior sophomore freshman
  mother father mom dad mum parent wife husband spouse son daughter brother sister sibling uncle aunt nephew niece
  cousin grandmother grandfather grandson granddaughter grandparent stepmother stepfather stepson stepdaughter fiance
  fiancee girlfriend boyfriend relative widow widower twin eyewitness bystander onlooker passer-by passerby gunman
  attacker assailant shooter killer bomber kidnapper hostage caller user reader viewer listener customer client tenant
  individual fan owner buyer seller applicant commenter poster tweeter impostor imposter doppelganger alias socialist communist
  conservative liberal progressive nationalist populist centrist independent native icon hero heroine legend maverick
  newcomer figure type voice puppet revolutionary loyalist
`),
);

/** Relatives: "her cousin" is nobody whom the article knows, unless it says so. */
export const KIN: ReadonlySet<string> = new Set(
  words(`
  mother father mom dad mum parent wife husband spouse son daughter brother sister sibling uncle aunt nephew niece cousin
  grandmother grandfather grandson granddaughter grandparent stepmother stepfather stepson stepdaughter fiance fiancee
  girlfriend boyfriend relative widow widower twin ex-wife ex-husband in-law father-in-law mother-in-law son-in-law
  daughter-in-law brother-in-law sister-in-law
`),
);

export const WOMAN_NOUNS: ReadonlySet<string> = new Set(
  words(`
  woman girl mother mom mum wife daughter sister aunt niece grandmother granddaughter stepmother stepdaughter widow
  girlfriend fiancee lady gentlewoman actress heroine hostess waitress stewardess queen princess duchess countess
  baroness empress heiress nun abbess ex-wife mistress matriarch midwife
`),
);

export const MAN_NOUNS: ReadonlySet<string> = new Set(
  words(`
  man boy father dad husband son brother uncle nephew grandfather grandson stepfather stepson widower boyfriend
  gentleman hero king prince duke count baron emperor heir monk priest pope patriarch imam ayatollah cardinal bishop
  archbishop sultan emir sheikh sheik guy ex-husband gunman lad monsignor
`),
);

/** People in the plural, or nouns that stand for many people. Plural forms of `ROLES` count as well. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  words(`
  people men women children kids families parents voters americans authorities police crowd crowds public media press
  community communities electorate population audience audiences majority majorities minority minorities jury team
  family couple pair duo trio generation establishment leadership elite elites base rank-and-file wing faction factions
  camp caucus delegation crew staff faculty followers fans supporters critics opponents allies aides officials sources
  experts observers analysts others some many most few several all both none everyone everybody nobody no-one percent
  half third quarter fifth dozens hundreds thousands millions scores handful number group groups gang gangs mob
  republicans democrats conservatives liberals progressives independents millennials muslims christians jews catholics
  evangelicals latinos hispanics whites blacks germans russians britons insiders forces troops rebels militants
  lawmakers senators congressmen respondents participants residents users folks youths teens seniors students workers
  employees economists scientists researchers teachers countries nations states governments companies businesses firms
  unions parties organizations organisations institutions agencies networks outlets newspapers channels stations
  campaigns candidates rivals nominees contenders hopefuls enforcement side sides trust right left opposition
  nation world west
`),
);

/** Nouns an article may use for one and the same person. Each line is one class. */
export const ROLE_CLASSES: readonly (readonly string[])[] = [
  'candidate nominee contender hopeful frontrunner front-runner challenger standard-bearer runner-up politician',
  'senator lawmaker legislator politician',
  'representative congressman congresswoman congressperson lawmaker legislator politician',
  'mp mep parliamentarian lawmaker legislator deputy politician',
  'governor politician',
  'businessman businesswoman mogul magnate billionaire tycoon developer entrepreneur industrialist executive millionaire investor financier',
  'lawyer attorney counsel solicitor barrister litigator',
  'leader chief head chairman chairwoman chair chairperson boss president director',
  'ceo executive chief boss founder',
  'professor academic scholar researcher scientist historian economist expert lecturer',
  'author writer novelist columnist commentator essayist',
  'reporter journalist correspondent columnist editor newsman anchor host',
  'filmmaker director documentarian producer screenwriter',
  'spokesman spokeswoman spokesperson aide representative official',
  'adviser advisor aide strategist consultant operative confidant',
  'manager aide operative strategist official',
  'premier prime-minister leader minister',
  'minister diplomat secretary official politician',
  'secretary diplomat minister official',
  'ambassador envoy diplomat official',
  'doctor physician surgeon neurosurgeon neurologist psychiatrist pediatrician medic',
  'pope pontiff bishop priest cleric',
  'pastor reverend minister preacher priest cleric',
  'rabbi cleric',
  'imam cleric ayatollah',
  'judge justice jurist magistrate',
  'officer policeman policewoman cop detective sheriff inspector commissioner chief',
  'general colonel commander officer soldier veteran admiral captain lieutenant major',
  'activist campaigner organizer organiser advocate',
  'actor actress star celebrity entertainer performer',
  'singer musician star celebrity performer',
  'player athlete star champion footballer',
  'king monarch queen sovereign ruler',
  'activist protester protestor demonstrator',
  'nurse worker',
  'student pupil',
].map(words);

/** Adverbs and adjectives that belong to a role and open it ("former", "deputy"). */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  words(`
  former ex then current acting interim late deputy vice assistant associate senior junior chief top prime foreign
  defence defense interior finance first second outgoing incoming incumbent newly longtime veteran retired presidential
  vice-presidential congressional gubernatorial senatorial mayoral parliamentary ministerial diplomatic federal state
  national local regional general executive managing founding honorary permanent special lead principal majority
  minority democratic republican labour conservative liberal independent opposition ruling staff campaign press
  political military police party
`),
);

/** Departments after "secretary of", "minister of", "chief of". */
export const OFFICES_OF: ReadonlySet<string> = new Set(
  words(`
  state staff defense defence treasury interior commerce labor labour energy education justice transportation transport
  agriculture health finance foreign home homeland war police operations information culture economy trade development
  environment security affairs public works veterans parliament
`),
);

/** Party members in the singular, used before a name or alone ("the Democrat"). */
export const PARTISANS: ReadonlySet<string> = new Set(
  words(
    'democrat republican independent conservative liberal libertarian green socialist communist tory labourite ' +
      'centrist nationalist progressive islamist',
  ),
);

/** Offices that some newspapers write with a capital even without a name ("the President"). */
export const OFFICES: ReadonlySet<string> = new Set(
  words(`
  president vice-president chancellor premier minister secretary senator representative congressman congresswoman governor
  mayor speaker king queen prince princess pope emperor sultan emir ayatollah archbishop cardinal bishop ambassador judge
  justice general admiral colonel captain chairman chairwoman chair director commissioner prosecutor attorney chief leader
  whip deputy undersecretary councillor councilman councilwoman lord lady professor reverend rabbi imam sheriff
  republican democrat conservative liberal head member candidate
`),
);

/** Whether a word may stand before a name as a title or role; members of parties count. */
export const isTitle = (word: string): boolean =>
  COURTESY.has(word) || TITLE_FORMS.has(word) || ROLES.has(word) || PARTISANS.has(word);

/** Common family names that look like plurals, besides given names with an "s" ("Roberts"). */
export const PLURAL_FAMILY_NAMES: ReadonlySet<string> = new Set(
  words(`
  adams alves ames andrews ayers banks barnes bowers bowles briggs brooks burns byers carnes childs cisneros clemens
  coles collins cortes cummings cummins dawes domingues downs edmonds evers fernandes fields flores flowers forbes
  fowles fuentes giles gomes goncalves gonsalves gonzales graves grimes groves hastings hawes hawkins hayes haynes
  hays hermes hicks higgins hobbs hodges holmes hopkins howells hughes humphreys hutchins ives jeffers jenkins
  jennings jones keyes knowles landers lawes leeds lopes lowes lyons magalhaes marques masters mathews matthews
  meadows mendes menzies meyers mills montes morales mullins myers nicholls nichols nunes oates owens parsons perkins
  phelps phillips pires powers quarles ramos rawlings reeves reyes reynolds rhodes ricketts rivers robbins roberts
  robles rodgers rodrigues rogers rojas rosales rutgers salinas sanders santos sayers sears sellers sessions simmons
  simms simoes sims snipes soares sparks speakes spears spinks starks stokes styles suggs summers tavares thames
  timmons tompkins torres tubbs valdes vargas vickers walters waters watkins watts weeks wells wiggins wilkes wilkins
  winters withers woods yates
`),
);
