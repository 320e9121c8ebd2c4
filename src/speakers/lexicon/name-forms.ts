/**
 * Given names that are one name written in several ways, by tradition; written for this project from general knowledge.
 * Lower case, without diacritics; semicolons part the
 * names, and the first form of each stands for all. Only forms that a newsroom takes for one
 * name: "Ivan" and "John" are related, but not one name.
 */

/** The traditions whose ways of writing names in Latin letters are known to the rules of `identity/sounds.ts`. */
export type Tradition =
  | 'slavic'
  | 'arabic'
  | 'persian'
  | 'indic'
  | 'hebrew'
  | 'greek'
  | 'japanese'
  | 'germanic'
  | 'iberian'
  | 'malay'
  | 'hungarian'
  | 'vietnamese'
  | 'other';

const FORMS: Readonly<Record<Tradition, string>> = {
  slavic: `
    alexei aleksei aleksey alexey oleksii oleksiy oleksij aleksej alexej alyosha lyosha;
    alexander aleksandr alexandr aleksander oleksandr aleksandar olexandr; alexandra aleksandra oleksandra;
    andrei andrey andriy andrii andrej andriyko; anton antin; arkady arkadiy arkadi arkadii; artem artyom artiom;
    boris borys; bohdan bogdan; danylo danil danila daniil; denis denys;
    dmitry dmitri dmitriy dmitrii dmytro dimitri dimitry dmitrij dima mitya;
    ekaterina yekaterina kateryna katerina katya; elena olena yelena jelena;
    evgeny yevgeny evgenii yevgeniy evgeni yevgeni yevhen yevgenii evgenij zhenya;
    evgenia yevgenia yevgeniya evgeniya yevheniia yevheniya; elizaveta yelizaveta yelyzaveta;
    fyodor fedor fedir feodor; galina halyna; gennady gennadiy gennadi hennadiy gennadii;
    georgy georgiy georgi georgii heorhiy; gleb hlib hleb;
    grigory grigoriy grigori grigorii hryhoriy hryhorii grisha; hanna ganna; igor ihor; ilya ilia illia illya;
    irina iryna irena; ivan; kirill kyrylo kiril kyryl; konstantin kostyantyn konstantyn kostiantyn;
    ksenia kseniya xenia ksenija; leonid; ludmila lyudmila liudmyla liudmila lyudmyla; maxim maksim maksym;
    maria mariya mariia marija; mikhail mykhailo mykhaylo michail mihail misha;
    natalia natalya nataliya nataliia natalija natasha; nikita mykyta; nikolai nikolay mykola nikolaj kolya;
    oksana oxana; oleg oleh; olga olha; pavel pavlo; pyotr petr petro; polina; roman; ruslan; semyon semen;
    sergei sergey serhiy serhii sergiy sergii sergej siarhei seryozha; stanislav stanyslav; stepan;
    svetlana svitlana; sophia sofia sofiya sofiia; tatiana tatyana tetiana tetyana tatjana tanya;
    timofey timofei tymofiy; valery valeriy valeri valerii valerij; valeria valeriya valeriia; valentin valentyn;
    vasily vasyl vasiliy vasili vasilii; veronica veronika; victor viktor; victoria viktoria viktoriya viktoriia;
    vitaly vitaliy vitali vitalii; vladimir volodymyr wladimir uladzimir volodya; vladislav vladyslav; vsevolod;
    vyacheslav viacheslav vjaceslav; yaroslav iaroslav jaroslav; yegor egor;
    yulia julia iuliia yuliia yuliya julija iulia; yuri yury yuriy yurii iurii juri jurij iurie yuriiy; zoya zoia;
    djordje dorde dzordze; zdenek; krzysztof kristof
  `,
  arabic: `
    muhammad mohammed mohamed mohammad muhammed mohamad muhamad mohamud mehmed mohd; mahmoud mahmud mahmood mehmoud;
    ahmed ahmad achmed ahmet; hussein husayn hussain hossein husain hosein housein; hassan hasan hassen; ali aly;
    omar umar omer; osman othman uthman usman ousmane ousman; youssef yusuf yousef yousuf youssouf yusef josef;
    ibrahim ebrahim brahim ibrahima; ismail ismael esmail esmaeil ismaeel; khalid khaled; said saeed saied sayeed;
    suleiman sulayman sulaiman suleyman solaiman soleiman; mustafa moustafa mostafa mustapha;
    mousa moussa musa moosa; jamal gamal djamal jamaal; jamil gamil jameel; karim kareem; tariq tarek tareq tarik;
    nasser nasir naser nasr nassir; faisal faysal feisal; abdullah abdallah abdulla abdalla;
    abdulrahman abdurrahman abdelrahman abdrahman abderrahman abdirahman; abdulaziz abdelaziz abdalaziz;
    abdulkarim abdelkarim; fatima fatimah fatema fatma fatimata; aisha ayesha aysha aicha;
    layla leila laila leyla laila; zainab zaynab zeinab zeynep zineb; mariam maryam miriam meryem;
    salim saleem selim; salman selman; rashid rasheed rachid; saleh salih; walid waleed oualid; yasser yasir yaser;
    zaid zayd zeid; hamza hamzah; jafar jaafar ja'far; sharif sherif cherif shareef; bashar; hisham hesham hicham;
    ashraf; adel adil; samir sameer; amin ameen; amir ameer; munir mounir muneer; nabil nabeel; raouf rauf raoof;
    syed sayed sayyid saiyid seyed; mohsen mohsin muhsin; reza riza raza rida ridha reda;
    masoud masud massoud; javad jawad; mahdi mehdi;
    murtada morteza murtaza; abubakr aboubakr abubakar aboubacar; iqbal; imran; rafiq rafik rafic; latif lateef;
    hamid hameed; tahir taher; yahya yahia; younis yunus younes yunis; zahra zehra;
    khadija khadijah khadeeja hatice; tawfiq tawfeeq tawfik taufiq taufeeq taufik towfigh toufic tewfik;
    qasim qasem qassim qassem kasim kassim kassem ghasem; qadir qader kadir kader ghader; bashir basheer bachir;
    yaqub yaqoub yaqoob yakub yakoub yacoub yaghoub; shafiq shafique shafik chafik; fadil fadhil fadel fadhel fazil fazel;
    ramadan ramadhan ramazan ramzan; kadhim kadim kadhem kazim kazem; zulfiqar zulfikar zolfaghar; jalal galal djalal;
    jalil jaleel galil djalil; nasim naseem nessim; rashad rachad; dawud dawood daoud daud davoud davood; ishaq eshaq ishak;
    abdulqadir abdulqader abdelqader abdulkadir abdelkader abdulkader; abdulqahir abdelqahir; khalil khaleel halil;
    majid majeed madjid; habib habeeb; aziz azeez; hakim hakeem; halim haleem; rahim raheem; basim bassem basem
  `,
  persian: `
    farrukh farrokh farukh farokh; khosrow khosro khusro khusraw khosrau; shirin shireen; parviz parwiz parvez pervez pervaiz;
    parvin parwin parveen; behrouz behruz behrooz; bahram; jamshid jamshed jamsheed; farhad; farid fareed; farida fareeda;
    gholam ghulam; nilofar niloofar nilufar neloufar nilofer; firouz firuz firooz feroz firoz; rustam rostam rustem;
    sohrab suhrab; siavash siyavash siawash; dariush daryush daryoush; kourosh kurosh koroush; omid umid omeed;
    manouchehr manuchehr manoochehr; ehsan ihsan; nasrin nasreen; mehrdad; shahram; kamran; kambiz; zohreh zohra;
    homayoun humayun homayun; houshang hushang hooshang; fereshteh fereshta; tahmineh tahmina; zalmay zalmai; mehran
  `,
  indic: `
    lakshmi laxmi; subramaniam subramanian subramanyam; ramesh; vijay; vinay; vikram; krishna krishnan;
    meenakshi minakshi; jayanti jayanthi; devendra; anand ananda; suresh; rakesh; rajesh; priya; priyanka; shashi;
    sanjay sanjai; ajay ajai; vishwanath viswanath; harpreet; gurpreet
  `,
  hebrew: `
    yitzhak yitzchak itzhak itzchak isaac izhak; haim chaim hayim chayim; avraham avrohom abraham;
    yaakov yakov jacob ya'akov yaacov; moshe; tzvi zvi tsvi; hanoch chanoch enoch; binyamin benjamin benyamin;
    yehuda yehudah; yosef; shlomo; shimon; eliezer; elazar; yehoshua; rivka rivkah rebecca; hannah chana channah;
    menachem menahem; noa; noam; yael; yoel; ariel; ari
  `,
  greek: `
    giorgos georgios yiorgos george yorgos; dimitris dimitrios demetrios dimitri demetris;
    yannis ioannis giannis yiannis; konstantinos constantinos kostas costas constantine konstantine;
    nikos nikolaos nicos nicolaos; eleni elena helen; theodoros thodoris; vassilis vasilis vassilios vasilios;
    panagiotis panayiotis panos; christos; michalis michail mihalis; alexandros; stelios stylianos; stavros;
    grigoris grigorios; spyros spyridon spiros; andreas; athanasios thanasis; evangelos vangelis;
    aikaterini katerina
  `,
  japanese: `
    taro; jiro; junko; yuko; yukiko; shinichi; shinji; shinzo; kohei; kenji; shunsuke; makoto; masato; keiko;
    tomoko; tomoe; yoshihiro; hiroshi; akira; haruki; naoko; kazuo; ryohei
  `,
  germanic: `
    jurgen juergen; gunther guenther gunter guenter; jorg joerg; bjorn; soren soeren; jorgen joergen; karl carl;
    klaus claus; hans; heinz; kathe kaethe; barbel baerbel; friedrich; friedhelm; ulrich; pieter piet; joost; jan;
    maarten; cornelis kees; hendrik henk; anneliese; matthias mathias; stefan stephan steffen; ase aase; asa aasa;
    hakan haakan; per; lars; anders; gudrun; thorsten torsten; thordis tordis; kristina christina; kristin; dieter;
    uwe; udo; bart bartholomeus
  `,
  iberian: `
    jose pepe; francisco paco pancho; alberto beto; luis luiz; joao; tiago thiago; juan; carlos; jesus;
    manuel manolo; enrique quique; ignacio nacho; guadalupe lupe; alejandro; andres; ramon; rafael rafa; miguel;
    angel; lucia; rocio; beatriz; ana; maria; fernanda; fernando; diego; pablo; pedro; javier; jorge; sergio; mario;
    antonio; joaquim joaquin; eduardo; ricardo; henrique; paulo; renato; mateus matheus; raul; rosario; catarina;
    gonzalo goncalo
  `,
  malay: `
    bambang; joko djoko; sukarno soekarno; suharto soeharto; azman; bagus; agus; budi boedi; susilo; wahyu wahjoe;
    yusril; tjahjo cahyo
  `,
  hungarian: `
    laszlo; peter; gergo gergely; istvan; gabor; janos; jozsef; ferenc; sandor; tibor; zoltan; attila; balazs;
    tamas; gyorgy; lajos; miklos; imre; bela; zsuzsanna zsuzsa; katalin kati; ilona; agnes; judit; eszter; ildiko;
    viktor; andras; karoly; kalman; radu; stefan; ion
  `,
  vietnamese: `
    nguyen; tran; pham; huynh; hoang; phan; vuong; dinh
  `,
  other: `
    william wilhelm; stephen steven; anthony antony; phillip philip; alan allan allen alun; jeffrey geoffrey;
    catherine katherine kathryn catharine katharine cathryn; elizabeth elisabeth; sara sarah; ann anne;
    hannah hanna; jonathan johnathan jon; laurence lawrence; alistair alasdair alastair allister; theresa teresa;
    nicholas nicolas nicolaus; margaret margret; deborah debra; katie katy; erik eric; mark marc;
    christopher kristopher; rachel rachael; susan suzan; matthew mathew; bryan brian; frederick frederic; geraldine;
    lynn lynne; michele michelle; olufemi femi; oluwaseun seun; olusegun segun; babatunde tunde; ciaran kieran;
    sean shaun shawn; sian; euan ewan; mateo; niccolo nicolo; etienne; chloe; claire clare; isabel isabelle; jean;
    jeanne; joan; ousmane; haile
  `,
};

/** Short forms beside those of `SHORT_NAMES` that a newsroom takes for the name: "Stan" for "Stanley". */
const SHORTER = `
  abe:abraham alec:alexander barb:barbara barney:barnaby,bernard ben:benjamin benny:benjamin bernie:bernadette brad:bradley
  cam:cameron carrie:caroline charlie:charles,charlotte chris:christopher,christian,christine,christina cindy:cynthia
  clem:clement cliff:clifford connie:constance dan:daniel danny:daniel dave:david deb:deborah don:donald donnie:donald
  doug:douglas ellie:elizabeth fran:frances,francis frank:francis,franklin fred:frederick,alfred freddie:frederick
  gabe:gabriel geoff:jeffrey greg:gregory gus:augustus hal:henry,harold herb:herbert ike:isaac jan:janice,janet jeff:jeffrey
  jess:jessica jessie:jessica jo:joanna,josephine joey:joseph josh:joshua judy:judith ken:kenneth kenny:kenneth
  kim:kimberly kris:kristin,kristina len:leonard lenny:leonard les:leslie lew:lewis libby:elizabeth lou:louis,louise
  lulu:louise mandy:amanda marge:margaret,marjorie margie:margaret matt:matthew max:maximilian mel:melvin,melanie
  meg:megan mitch:mitchell mo:maureen,muhammad nate:nathan,nathaniel nan:nancy nell:eleanor,ellen nelly:eleanor
  norm:norman pam:pamela pat:patrick,patricia pete:peter phil:philip rafa:rafael randy:randall,randolph
  reg:reginald rich:richard richie:richard ricky:richard robbie:robert roger:rodger ronnie:ronald rosie:rose russ:russell
  sam:samuel,samantha sandy:andrew shelly:michelle sid:sidney sol:solomon stan:stanley steph:stephanie stew:stewart stu:stuart
  susie:susan suzy:susan tina:christina tess:theresa theo:theodore tommy:thomas trish:patricia val:valerie vern:vernon
  vic:victor vicky:victoria vince:vincent wally:walter walt:walter wes:wesley willie:william winnie:winifred
  zach:zachary zack:zachary tilly:matilda kit:christopher,katherine babs:barbara bess:elizabeth bessie:elizabeth
  eliza:elizabeth lisa:elizabeth lizzie:elizabeth beth:elizabeth maisie:margaret madge:margaret rita:margaret
  pippa:philippa flo:florence gwen:gwendolyn kathie:katherine mattie:martha millie:mildred nora:eleanor,honora
  sadie:sarah tricia:patricia trixie:beatrice mick:michael micky:michael mike:michael nico:nicholas dermot:diarmuid
  sepp:josef hannes:johannes fritz:friedrich willy:wilhelm lutz:ludwig heinz:heinrich kate:katherine
`;

const linesOf = (text: string): string[][] =>
  text
    .split(';')
    .map((line) => line.trim().split(/\s+/).filter(Boolean))
    .filter((line) => line.length > 0);

/** Form of a given name → the forms that stand for its names, one for each tradition that has it. */
export const NAME_FORMS: ReadonlyMap<string, readonly string[]> = (() => {
  const forms = new Map<string, string[]>();
  for (const text of Object.values(FORMS))
    for (const line of linesOf(text)) {
      for (const form of line) forms.set(form, [...(forms.get(form) ?? []), line[0]!]);
    }
  return forms;
})();

/** Form of a given name → the traditions that have it; not those whose ways of writing need no rules. */
export const NAME_TRADITIONS: ReadonlyMap<string, ReadonlySet<Tradition>> = (() => {
  const traditions = new Map<string, Set<Tradition>>();
  for (const [tradition, text] of Object.entries(FORMS) as [Tradition, string][])
    for (const form of linesOf(text).flat()) traditions.set(form, (traditions.get(form) ?? new Set()).add(tradition));
  return traditions;
})();

/** Short form → full names. */
export const SHORTER_FORMS: ReadonlyMap<string, readonly string[]> = (() => {
  const full = new Map<string, string[]>();
  for (const entry of linesOf(SHORTER).flat()) {
    const [short, names] = entry.split(':') as [string, string];
    full.set(short, [...(full.get(short) ?? []), ...names.split(',')]);
  }
  return full;
})();
