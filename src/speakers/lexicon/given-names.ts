/**
 * Common given names of many naming traditions, with the gender they usually tell. Written for this project from general
 * knowledge; lower case, without diacritics. A name missing here costs little: titles, appositions and pronouns in the
 * article tell a person as well. Names given to both women and men stand in `EITHER`.
 */

const WOMEN = `
  abby abigail adele adelaide adriana agatha agnes aileen aimee alana alejandra alessandra alexandra alexis alice alicia
  alina alison allison alma althea alyssa amal amanda amber amelia amina amira amy ana anastasia andreea angela angelica
  angelina angie anita anja ann anna annabel anne annette annie antonia april arlene ashley astrid athena audrey aurora
  ava ayse babette barbara beata beatrice beatriz becky belinda bella bernadette bernice bertha beth bethany betsy betty
  beverly bianca birgit bonnie brandi brenda briana bridget brigitte britney brittany brooke camila camilla candace
  candice carina carla carlotta carly carmen carol carole carolina caroline carolyn carrie cassandra cassie catalina
  catarina catherine cathy cecile cecilia celeste celia celine chantal charlene charlotte chelsea cher cheryl chiara
  chloe christa christie christina christine cindy claire clara clarissa claudia clementine colette colleen
  concetta connie consuelo cora corinne cristina crystal cynthia dagmar daisy dalia dana daniela danielle daphne darlene
  dawn debbie deborah debra deirdre delia denise desiree diana diane dina dolores dominique donna dora doreen doris
  dorothy edith edna eileen ekaterina elaine eleanor elena eleonora eliana elisa elisabeth elise eliza elizabeth ella
  ellen ellie elsa elsie elvira emilia emily emma erica erika erin esmeralda estelle esther ethel eugenia eunice eva eve
  evelyn faith farah fatima fatma fatou faye felicia felicity filippa fiona flora florence frances francesca francine
  francoise frederica frieda gabriela gabriella gabrielle gail galina gemma genevieve georgia georgina geraldine
  gertrude gina ginger giorgia giovanna gisela giulia gladys glenda gloria golda grace graciela greta gretchen
  guadalupe gulnara gwen gwendolyn hadiza haley halima hana hanan hanna hannah harriet hayley hazel heather heidi helen
  helena helene helga henrietta hilary hillary hilda holly hope ida ifeoma ilana ilse imelda imogen ina ines inga
  ingrid irena irene irina iris irma isabel isabella isabelle ivana ivanka ivy jaclyn jacqueline jade jana jane janet
  janice janine jasmine jayne jean jeanette jeanine jeanne jelena jenna jennie jennifer jenny jessica jill jo joan joann
  joanna joanne jocelyn jodi jodie johanna josephine josie joy joyce juanita judith judy julia juliana julianne julie
  juliet june justine kaja kamala kara karen karin karina karla katarina kate katerina katharina katharine katherine
  kathleen kathryn kathy katia katie katrina katrin katya kay kayla kaye keisha kelly kendra kerstin khadija kiera kim
  kimberly kirsten kirstie kristen kristi kristin kristina kristine lakshmi lana lara larissa latifa latoya laura laurel
  lauren laurie laverne layla lea leah leila lena leona leonora leticia lidia liliana lillian lily linda lindsey lisa
  lise liz liza lois lola loretta lori lorraine louise lucia luciana lucille lucinda lucy ludmila luisa luz lydia lynda
  lynn lynne mabel mackenzie madeleine madeline mae magdalena maggie mai malala malgorzata mandy manuela marcela marcia
  margaret margarita margot marguerite maria mariam marian mariana marianne marie mariela marietta marilyn marina marine
  marisa marissa marjorie marlene marsha marta martha martina mary maryam matilda maureen mavis maxine maya mayumi
  meena megan meghan melania melanie melissa melody mercedes meredith meryl mia michele michelle mika
  mila mildred millie mina miranda miriam misty mitzi moira mollie molly mona monica monika muriel myra myrtle nadezhda
  nadia nadine nana nancy naomi natalia natalie natalya natasha neera nellie neha ngozi nicola nicole nigar nikki nina
  noelle noemi nora noreen norma nuria octavia odessa olena olesya olga olive olivia oksana paige pamela patience
  patricia patsy patti patty paula paulina pauline pearl peggy penelope penny petra phoebe phyllis pippa polly priscilla
  priti priya priyanka rachel rachelle ramona raquel rasha rebecca rebekah regina reina renata renee rhonda rina rita
  roberta robyn rocio rosa rosalia rosalind rosalyn rosanna rose roseanne rosemary rosie roxanne ruth ruby sabina
  sabrina sadie sally salma samantha samia sandra sandy sanna sara sarah saskia savannah selena selma serena shannon
  shari sharon sheila shelby shelley shelly sherri sherrilyn sherry sheryl shirin shirley shreya shulamit siobhan sigrid
  silvia simone sofia sonia sonja sonya sophia sophie stacey stacy steffi stella stephanie sue susan susana susanna
  susanne susie suzanne svetlana sybil sylvia sylvie tabitha tamara tammy tania tanya tara tatiana tatyana tawakkol
  teresa teri terri tess tessa thandiwe thelma theresa therese theodora tiffany tina tonya tracey trish trisha trudy
  ulrike ursula valentina valerie vanessa vera verena veronica veronika vicki vicky victoria viktoria viola
  violet violeta virginia virgie viviana vivian viviane vivienne wanda wendy whitney wilhelmina wilma winifred winnie
  yael yasmin yasmine yekaterina yelena yolanda yulia yuko yuriko yvette yvonne zahra zainab zeynep zoe zuzana zsuzsanna
  akiko asuka ayako chieko emiko fumiko haruka hiroko junko kaori keiko kumiko kyoko mariko megumi michiko midori miyuki
  naoko noriko reiko sachiko sanae sayuri takako tomoko yoko yoshiko yukiko
  eun-hye geun-hye hye-jin ji-young jung-hee kyung-wha min-ji mi-kyung seo-yeon soo-jin sun-hee yo-jong yuna
  ying-wen xiaoyan meiling yingying chunying mei
  aishwarya anjali aparna deepika indira jaya jayalalithaa kavita mamata meenakshi nirmala padma pooja pratibha radha
  rajani rekha ritu sangeeta shanti smriti sonali sunita sushma swati usha vandana vasundhara vidya
  abeba adaeze adwoa ama amara aminata aissatou awa chiamaka chidinma efua folake funmilayo kemi marieme nomvula nkechi
  nkosazana oluchi oyeronke sibongile temitope thuli wambui wangari winnie yewande zanele zodwa
  asma aisha amani aya basma dalal dina ghada hala hanadi haifa hend huda iman khadijah lamia lina lujain maha manal may
  mervat mona nadia nagat nawal noor rania reem rima rola ruba samar sawsan shaima shirin suad suha wafa yasmeen zeina
  azadeh fereshteh forough golnaz leyla mahnaz marjan marzieh nasrin niloufar parisa pegah roya setareh shohreh simin
  ayla aylin canan derya elif emine esra gulsen hatice meral merve nur nurcan nilufer ozlem pinar selin sevgi tansu
  anneli aino annika birgitta bodil camilla elin erna freja gro gudrun gunilla hanne helle ingeborg inger jonna karoliina
  kirsi liv maja malin marit mette riitta sanna sif siri siv solveig solvej tarja tuula ulla vigdis
  agnieszka aleksandra alena bozena dagmara danuta dorota elzbieta ewa grazyna halina ilona iva iwona ivana jadwiga
  jarmila jitka joanna jolanta justyna kamila kinga lenka lucie malgorzata marketa milena miroslava olha oleksandra
  pavlina ruzena snezana sviatlana tetiana tsetska vesna yevgenia zofia zhanna zlata
  aoife caoimhe ciara grainne maire mairead niamh nicola roisin saoirse sinead
  ginevra ilaria letizia mariastella federica raffaella simonetta
  ines fernanda gabriela gilma isadora lourdes lucila manuela mariela marisol michelle micheline pilar rigoberta rosario
  dilma janja marielle raissa tereza ximena xiomara yesenia
  ha-thi huong kim-ngan lan linh mai-anh ngoc-thinh phuong thao thuy trang corazon imee leni leila
  megawati puan retno sri susi yingluck paetongtarn
`;

const MEN = `
  aaron abbas abdul abdulaziz abdullah abdel abe abel abraham abu adam adel adnan adolf adolfo adrian ahmad ahmed al alan
  alastair albert alberto aldo alec alejandro aleksandar aleksander aleksandr aleksei alessandro alex alexander alexandre
  alexandros alexei alexey alfonso alfred alfredo ali alistair allan allen alonzo alphonse alvin amadou amin amir amos
  anatoly anders andre andreas andrei andrej andres andrew andrey andriy andrzej andy angelo angus anil ansel anthony
  antoine anton antonin antonio antony anwar ari ariel armand armando armin arnaud arne arnold arseniy art artem arthur
  arturo arvind asad asher ashraf asif ashish ashok atal august augusto augustus austin avi avigdor axel ayman aziz bashar
  barack barnaby barney baron barry bart basil bashir bastian ben benedict benigno benito benjamin benny benoit bernard
  bernardo bernd bernhard bernie bert bill billy bjorn blair blake blas bo bob bobby bogdan boris boyko brad bradley brady
  brandon brendan brent bret brett brian brock bruce bruno bryan bryant bud burt byron caleb calvin carl carlo carlos
  carlton carroll carter casey cassius cecil cedric cesar chad charles charlie chester chip chris christian christoph
  christophe christopher chuck cipriano clarence clark claude claudio clay clayton clement cliff clifford clint clinton
  clive clyde cody colin conor conrad constantin cornelius corey cory craig curt curtis cyril cyrus dale damian damien dan
  daniel daniele danilo danny daoud darrell darren darryl daryl dave david dean delroy denis dennis denny denzel derek
  derrick desmond devin dexter didier diego dieter dietrich dimitri dimitris dimitrios dinesh dino dirk dmitri dmitriy
  dmitry dmytro domenico dominic dominik don donald donato donnie donovan doug douglas drew duane duncan dustin dwayne
  dwight dylan earl ed eddie edgar edmond edmund eduard eduardo edward edwin egon ehud eirik eitan elbert eli elias elie
  elijah elliot elliott elmer elon elton elvis emanuel emanuele emil emile emiliano emilio emmanuel emmet emmett enda
  enrico enrique eric erich erik ernest ernesto ernie erwin esteban ethan etienne eugene evan everett evo ezra
  fabian fabio fabrice fabrizio faisal farid farouk federico felipe felix ferdinand fernando fidel filip finn florian
  floyd francesco francis francisco franco frank frankie franklin franz fred freddie frederic frederick frederik fredrik
  friedrich fritz gabor gabriel garrett garry gary gaston gavin gene geoff geoffrey georg george georges gerald gerard
  gerardo gerhard gerry gert giacomo gianni gideon gilbert gilberto giles gino giorgio giovanni giuliano giulio giuseppe
  glen glenn goran gordon graham grant greg gregg gregory grigory guido guillaume guillermo gunnar gunther gus gustav
  gustavo guy habib hakan hakim hal hamid hamza hank hans harald haris harold haroun harrison harry hartmut harvey hasan
  hassan hector heinrich heinz helmut hendrik henri henrik henrique henry herb herbert herman hernan hideki hiram horace
  horacio horst hosni howard howie hubert hugh hugo humberto hussein ian ibrahim idris igor ihor ilham ilya imran ira
  irfan irving isaac isaiah ismail ivan ivar ivo jaap jack jackson jacob jacques jafar jaime jair jairus jakob jalal jamal
  james jamie jan janez janos janusz jared jarrod jaroslav jaroslaw jason javier jay jean-claude jean-luc jean-marie
  jean-pierre jean-yves jeb jed jeff jeffrey jens jeremiah jeremy jerome jerry jerzy jesse jesus jim jimmie jimmy joachim
  joao joaquin joe joel joey johan johann johannes john johnnie johnny jon jonas jonathan jonny joop jordan jordi jorg
  jorge jose josef joseph josh joshua josip jozef juan juha jules julian julien julio julius junior jurgen justin kai
  kamal karim karl karlheinz kasper kay-uwe keir keith kemal ken kendall kenneth kenny kent kenny kerem kevin khalid
  khalil kirk klaas klaus knut kofi konstantin konstantinos kris kristian kumar kurt kwame kyle kyriakos lance larry
  lars lasse laszlo laurence laurent lawrence lazar lech lee leif len leo leon leonard leonardo leonid leopold leroy les
  lester lev levi lewis liam lionel lloyd logan lorenzo lou louis luc luca lucas luciano lucien ludovic ludwig luigi luis
  luiz lukas lukasz luke luther mads magnus mahathir mahmoud malcolm malik manfred mansour manuel marc marcel marcello
  marcelo marcin marco marcos marcus marek mariano mario marius mark marko markus marlon marshall martin marty marvin
  massimo mateo mateusz mathias mathieu mats matt matteo matthew matthias matthieu matti maurice mauricio mauro max
  maxim maximilian maxime mehdi mehmet mel melvin menachem mervyn micah michael michail michal michel mick miguel mihai
  mikael mike mikhail miklos milan milo milos milton miro miroslav mitch mitchell moath mohamad mohamed mohammad
  mohammed moises moncef morris mort morten morton moshe mostafa muammar muhammad murat murray mustafa mykhailo mykola
  naftali nabil narendra nasser nat nate nathan nathaniel nawaz ned neil nelson nestor nicholas nick nico nicolas
  nicolae nicolaos nicos niels nigel nikita niklas nikola nikolai nikolaus nikolay nikos nils noah noam noel norbert
  norman norm nouri novak nuri oded oleg oleh oleksandr oleksii oleksiy oliver olivier olof omar omer orlando orrin
  orville oscar oskar osama osman otis otto owen pablo paddy palle panos paolo parker pascal pat patrice patrick paul
  paulo pavel pavlo pawel pedro peer percy pere perry pervez pete peter petr petro petros peyton phil philip philipp
  philippe phillip pier pierce pierluigi piero pierre piers piet pieter pietro piotr porfirio preston quentin
  quincy radek radomir rafael rafik rahm rahul rainer raj rajesh ralf ralph ramesh ramon ramzan rand randall randolph
  randy raphael rashad rashid raul ravi ray raymond recep reggie reginald reid reinhard reinhold rene reuben rex reza
  ricardo riccardo rich richard rick ricky rob robbie robby robert roberto robin rod rodger roderick rodney rodolfo
  rodrigo roger roland rolf roman romano ron ronald ronnie roosevelt rory ross roy ruben rudolf rudolph rudy rufus
  rupert ruslan russ russell rustam ryan saad saeed salah salam salim salman salvador salvatore sam sami samir sammy
  samuel sandro sanjay santiago santos satish saul scott sean sebastian sepp serge sergei sergey sergio serhiy serhii
  seth shane shaun shawn sheldon sherman shimon sid sidney siegfried silvan silvio simon slobodan sol solomon spencer
  stan stanislas stanislav stanley stefan stefano steffen stephane stephen steve steven stewart stijn stuart sultan
  suleiman sunil suresh sven syed sylvester tad tadeusz taha tariq tarek tayyip ted terence terrance terrence theo
  theodore thierry thom thomas thorsten tibor tim timo timothy tito tobias todd tom tomas tomasz tommy toomas tony tor
  torsten travis trent trevor trey tristan troy tucker tyler tyrone ulrich umar uwe vaclav valdis valery vasily vernon
  vicente victor viktor vikram vince vincent vincenzo vinod virgil vitali vitaliy vitaly vittorio vlad vladimir vladislav
  vojislav volker volodymyr vyacheslav wade waldemar wallace walt walter warren wayne wendell werner wes wesley wilbur
  wilfred wilfried wilhelm will willem william willie willy wim winston witold wladyslaw wojciech wolfgang woody xavier
  yair yakov yann yannis yasser yasir yevgeny yigal yitzhak yiannis yoav yoel yosef youssef yukiya yuri yuriy yusuf yves
  zach zachary zack zafar zbigniew zdenek zeev zeljko zine zoltan zoran
  abdelaziz abdelfattah abdou abiy ademola akinwumi alassane alpha amadi ayodele babatunde bola chidi chinua chukwuma
  cyril emeka faustin femi goodluck ikechukwu isaias jabu jakaya jomo kagiso kelechi kenneth
  kwabena kwaku laurent-desire lungi macky mahamadou meles moussa mpho muhammadu mwai ngugi nnamdi obinna
  olusegun oluwaseun ousmane sekou sipho tendai thabo themba tunde uchenna uhuru
  umaru yahya yoweri
  akira fumio goro hayao hideo hirohito hiroshi ichiro isamu junichiro kazuo keizo kenji kenzo kenta kiyoshi koichi koji
  makoto masahiro masao masashi minoru mitsuo naoto nobuo osamu ryota ryu satoshi seiji shigeru shinzo shinji shoichi
  susumu tadashi taichi takashi takeo takeshi taro tatsuya tetsuo tomiichi toshio yasuhiro yasuo yoichi yoshihide
  yoshihiko yoshio yuichi yukio yusuke
  byung-joon dae-jung dong-hyun hyun-woo jae-in jae-yong ji-hoon jin-woo jong-il jong-un jun-ho ki-moon kwang-soo
  min-ho moo-hyun myung-bak sang-hoon seok-yeol seung-min sung-ho tae-woo tae-yong woo-jin yong-ho young-sam
  jinping jintao keqiang qiang qishan xiaoping zedong zemin enlai jiechi jiwei kaishek weiwei xiaobo zhengfei
  ajay akhilesh amit amitabh anand arjun arun atul bharat chandra dev dinesh gopal hardik jagdish jawaharlal kapil kiran
  lalu manmohan manoj mohandas mukesh naveen nitish pranab prakash pranav pratap rajiv rajnath rakesh rohit sachin
  sharad shashi shiv siddharth subramanian sundar surendra uddhav vijay vinay vivek yogi zia
  abbas ahmet ardeshir arash bahram behzad bijan bulent cem cemil deniz devlet ekrem emre ercan farhad farzad fethi
  hossein houshang javad kaveh kemal mahmud masoud mehran mohsen morteza murat nader necmettin numan
  ozgur parviz ramin saman sedat selahattin siamak suat suleyman tayfun turgut yalcin zafer
  ammar anas ayad bilal emad essam fahad fawaz fuad ghassan hadi hatem haider hisham hosam issam jaber jamil khaled maher
  mahdi majed mazen mohannad munir nabih najib nawaf nizar osama qasim raed ramadan rami riad saad sabah sadiq safwan
  saif sajid saud tahir tamim tarik walid wael yahia yassin yousef zaki ziad
  antti bjarne carl-johan eero einar eino erkki esko fredrik gudmundur gunnar hakon halldor heikki henning jens-christian
  jorma jukka jyrki kaare kalle kari kimi kjell knud lasse lauri leif matti mauno mika olafur ole oyvind paavo pekka pertti
  petteri rasmus risto sauli sigmundur sigurd stefan stellan sveinn tapio terje timo tore toivo torbjorn trygve uffe urho
  arkady artyom bohdan boguslaw borislav branko bronislaw dariusz dragan dusan gennady georgi grzegorz gintautas hryhoriy
  ivica jacek jakub jaromir jiri josip kamil karel kazimierz krzysztof leszek linas ljubo lubomir lucjan maciej marian
  mariusz mirko mircea mladen nebojsa nikodem ondrej pavol plamen rafal radoslaw rastislav rumen ruslan ryszard slawomir
  sergiu stanislaw stjepan svetozar taras tihomir todor traian vadim valentin valentyn valeriy vasil vasyl viacheslav
  viorel vuk yaroslav yegor yevhen zbynek zdravko zelimir zhivko zlatko zygmunt
  aidan brendan cathal ciaran cillian colm conall cormac daithi declan diarmuid donal eamon eoin fergal fionn
  micheal niall oisin padraig ronan ruairi seamus tadhg
  andres-manuel alvaro anibal arturo augusto caetano ciro clodomiro cristobal cuauhtemoc eduardo emilio
  enner evaristo ezequiel fabricio facundo geraldo gonzalo heitor hernando horacio ignacio itamar jaques joaquim leopoldo
  lisandro lula marcial marcio mauricio maximo nayib nicanor ollanta pepe
  ramiro renan romeu rui sebastiao tabare tancredo thiago vinicius wilson xavi
  bambang basuki benigno bongbong ferdinand joko najib prabowo prayuth
  rodrigo suharto sukarno susilo thaksin thein
`;

const EITHER = `
  ariel ash aubrey avery bailey blair cameron casey charlie chris courtney dakota dana darcy devin drew dylan eden
  emerson frankie gale harley hayden jackie jamie jan jean jesse jody jordan jules kelly kelsey kerry kim lee leslie
  lindsay lindsey logan lou lynn marion mackenzie morgan nicky noel pat parker paris peyton quinn reagan reese rene riley
  robbie robin rory rowan sacha sam sandy sasha sage shannon shawn skyler sidney stacy stevie sydney taylor terry tracy
  tony valery yuval wei xin yan yi ying min jin hong hui ling yu jing li lin hua hyun jae ji jun soo sun young kiran jyoti
  manpreet harpreet gurpreet jaspreet chandra noor nur iman deniz gabriele nikola mika misha vanya zhenya
`;

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** Lower-case given name without diacritics → the gender it tells, or null where it tells none. */
export const GIVEN_NAMES: ReadonlyMap<string, 'f' | 'm' | null> = (() => {
  const names = new Map<string, 'f' | 'm' | null>();
  for (const name of words(MEN)) names.set(name, 'm');
  for (const name of words(WOMEN)) names.set(name, names.get(name) === 'm' ? null : 'f');
  for (const name of words(EITHER)) names.set(name, null);
  return names;
})();

/** Short forms that do not begin like the name they stand for ("Bill" for "William"). Both may stand in one article. */
const SHORT_FORMS = `
  abby:abigail al:albert,alan,alexander alex:alexander,alexandra alyosha:alexei andy:andrew,andrei art:arthur bea:beatrice becky:rebecca
  bernie:bernard bert:albert,robert beth:elizabeth betsy:elizabeth betty:elizabeth bill:william billy:william bob:robert
  bobby:robert cathy:catherine chip:charles chuck:charles debbie:deborah dick:richard dima:dmitry dmytro:dmitry
  dolly:dorothy drew:andrew ed:edward,edwin,edmund eddie:edward ellie:eleanor gene:eugene gerry:gerald,gerard
  grisha:grigory hank:henry harry:harold,henry,harrison ivan:ioann jack:john jackie:jacqueline jake:jacob jeb:john
  jenny:jennifer jerry:gerald,jerome jim:james jimmy:james joe:joseph johnny:john katie:katherine,kathleen
  kate:katherine,catherine kathy:kathleen,katherine katya:ekaterina kolya:nikolai larry:lawrence,laurence lena:elena
  liz:elizabeth lula:luiz maggie:margaret manny:emmanuel,manuel meg:margaret mick:michael mickey:michael mike:michael
  misha:mikhail mitya:dmitry molly:mary nastya:anastasia natasha:natalia ned:edward nick:nicholas nico:nicolas
  nikki:nicole olya:olga pacho:francisco paco:francisco pasha:pavel patty:patricia peggy:margaret pepe:jose
  petya:pyotr,pyotr polly:mary ray:raymond rick:richard rob:robert ron:ronald rudy:rudolph,rudolf sally:sarah
  sandy:alexander,sandra sasha:alexander,alexandra,oleksandr seryozha:sergei slava:vyacheslav,vladislav steve:stephen
  sue:susan tad:thaddeus tanya:tatiana ted:edward,theodore teddy:edward,theodore terry:terence,theresa tim:timothy
  tito:ernesto tom:thomas tommy:thomas tony:anthony,antonio toni:antonia topher:christopher trudy:gertrude vanya:ivan
  vinny:vincent vlad:vladimir,vladislav volodya:vladimir volodymyr:vladimir will:william yura:yuri zhenya:yevgeny
  oleksiy:alexei oleksii:alexei oleksandr:alexander mykola:nikolai serhiy:sergei andriy:andrei kyrylo:kirill
  pavlo:pavel petro:pyotr dmitri:dmitry
`;

/** Short form → the full names it stands for. */
export const SHORT_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  words(SHORT_FORMS).map((entry) => {
    const [short, full] = entry.split(':') as [string, string];
    return [short, full.split(',')];
  }),
);
