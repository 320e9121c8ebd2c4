import { items, type Topic } from './topic.ts';

const diplomacy: Topic = {
  choices: {
    matter: items(
      'a ceasefire|the border dispute|the exchange of prisoners|the grain deal|the gas pipeline|the fishing zone',
    ),
    city: items('Zabrod|Velikograd|Dar el Nour|Haimura|Valdoro|Nordhavn'),
  },
  posts: items(
    'foreign minister|president|prime minister|ambassador|defence minister|general|envoy|deputy foreign minister',
  ),
  roles:
    items(`the foreign minister of $country|a spokesman for the $country2 army|the UN envoy|an analyst at the Institute for Peace in $city|
    a former ambassador to $country2|the leader of the opposition|a refugee from $place|a member of the delegation|the head of the mission`),
  groups: items('diplomats|officials|negotiators|soldiers|observers|analysts|mediators|refugees|ministers'),
  bodies: items(
    'the foreign ministry|the army|the embassy|the opposition|$country|the delegation|the government of $country2',
  ),
  documents: items('the draft agreement|a joint statement|the treaty|a diplomatic cable|the communiqué|the resolution'),
  targets: items('$country2|the rebels|the government|the army|the generals|the mediators'),
  claims:
    items(`talks on $matter would resume in $month|$country had broken the agreement|$nn soldiers had crossed the border|
    neither side was ready for peace|the shelling had stopped at midnight|an agreement was within reach|
    $n civilians had been killed in $place|the embassy would remain open|no weapons had been delivered since $month|
    the prisoners were being treated well|the attack had been planned abroad|elections could be held in $year|
    $country2 would not give up its claims`),
  quotes: items(`We want peace, but not at any price|The guns must fall silent first|This war was not of our choosing|
    We have nothing to hide|Our patience is not endless|Both sides must make concessions|The door remains open|
    They shell us every night|There will be no talks under fire|We will defend every village|Nobody asked the people who live here|
    It is a first step and no more|History will judge them`),
  acts: items(`withdraw its troops by $month|release the prisoners|return to the negotiating table|lift the sanctions|
    open a corridor for civilians|recall its ambassador|sign the treaty in $city|send $nn observers`),
  things:
    items(`$matter|the withdrawal of the troops|the attack on $place|the meeting in $city|the expulsion of $n diplomats|
    the deployment of missiles|the recognition of the new government`),
  deeds: items(`violating the ceasefire|arming the rebels|shelling villages|holding back grain|spying for $country2|
    blocking the talks|using banned weapons`),
  questions:
    items(`whether the ceasefire would hold|when the talks would resume|who had fired first|how many soldiers had crossed the border|
    what the envoy had offered|why the meeting had been cancelled`),
  facts:
    items(`The border between $country and $country2 has been closed since $month|The delegations met in a hotel in $city|
    $country and $country2 fought a war in $year|The prisoners were exchanged on a bridge|The market in $place was empty on $day|
    A third round of talks began on $day|The pipeline runs through $place2|Shops in the capital reopened in $month|
    About $nn trucks crossed the border`),
};

const council: Topic = {
  choices: {
    project: items(
      'the new tram line|the car park|the library|the swimming pool|the wind farm|the bypass|the market hall|the skate park',
    ),
    fee: items('parking fees|the dog tax|nursery fees|water charges|the tourist tax|bus fares'),
  },
  posts: items('mayor|councillor|council leader|deputy mayor|planning officer|city treasurer'),
  roles:
    items(`the leader of the opposition on the council|a resident of Mill Lane|the head of the planning committee|a cyclist|
    the owner of a café on the square|the town’s treasurer|an architect|the headteacher of a primary school|a market trader`),
  groups: items('residents|councillors|parents|shopkeepers|cyclists|campaigners|neighbours|officials|traders'),
  bodies: items(
    'the council|the planning committee|the citizens’ initiative|the city|the traders’ association|the district court',
  ),
  documents: items(
    'the planning application|the draft budget|the minutes of the meeting|a petition|the traffic study|the development plan',
  ),
  targets: items('the council|the mayor|the developer|the residents|the planners|$firm'),
  claims: items(`$project would cost $money|the money had been set aside in $year|residents had not been consulted|
    $fee would rise by $pct per cent|$nn trees had to be cut down|work could begin in $month|the site was contaminated|
    there was no alternative|the council was $n million in debt|a decision would be taken on $day|traffic had doubled since $year|
    the old plans had been lost|children would have to cross a busy road`),
  quotes:
    items(`Nobody asked us|We need $project more than ever|This town is run from behind closed doors|It is our money, after all|
    You cannot park anywhere on a Saturday|My customers stay away|We will take this to court if we have to|
    The old trees must stay|I have lived here for $nn years|It is a good day for $place|We cannot spend what we do not have|
    They should have fixed the drains first`),
  acts: items(`build $project by $year|cut $fee|hold a referendum|save the old trees|publish the minutes|move the market to the square|
    repair the drains|sell the town hall|resurface the road to $place2`),
  things:
    items(`$project|the rise in $fee|the felling of the trees|the budget|the choice of the site|the closure of the road|
    the sale of the old town hall`),
  deeds:
    items(`wasting public money|ignoring the residents|breaking a promise|favouring one developer|hiding the true cost|
    meeting in secret|cutting down healthy trees`),
  questions:
    items(`how much $project would cost|who would pay for it|whether the trees could be saved|why the plans had changed|
    when work would begin|where people were supposed to park`),
  facts:
    items(`The council meets on $day at seven|$place has $nn thousand inhabitants|The site lies between the station and the $river|
    The last vote on $project was in $year|A fence was put up in $month|The plans are on display in the town hall|
    $fee rose twice in $year|The library closes at six|Work on the road began on $day`),
};

const sport: Topic = {
  choices: {
    sport: items('football|handball|rugby|ice hockey|basketball|volleyball'),
    cup: items('the cup final|the derby|the semi-final|the league match|the opening game|the play-off'),
  },
  posts: items('coach|captain|goalkeeper|midfielder|manager|club president|referee|team doctor|striker'),
  roles:
    items(`the captain of $club|the coach of $club2|the club’s president|a $sport journalist|the team doctor|a former international|
    the sporting director|a season ticket holder|the referee of $cup`),
  groups: items('players|fans|supporters|officials|the fans|team-mates|scouts|club officials'),
  bodies: items('$club|the federation|the club|the league|the players’ union|the disciplinary committee'),
  documents: items('the match report|the medical report|the contract|the referee’s report|the club’s annual accounts'),
  targets: items('the referee|the fans|the club|the coach|the federation|the players'),
  claims: items(`the goal should not have counted|the team had played without heart|the captain would miss $n matches|
    the transfer fee was $money|the pitch had been unplayable|the club could not pay its players|he would retire in $month|
    $club deserved to win|the injury was worse than first thought|talks about a new contract had broken down|
    the stadium was to be enlarged by $year|the final would be moved to $place2|the positive test was a mistake`),
  quotes:
    items(`We gave the game away in $n minutes|The boys ran until they dropped|I saw no foul|We take it one match at a time|
    The better team won today|My knee is fine|You cannot win every game|We were asleep in the second half|
    The fans were our twelfth man|I have nothing to prove|It hurts, but we will come back|He is the best player I ever coached|
    I will not talk about the referee`),
  acts: items(`sign a new striker|play in $place2 next season|appeal against the ban|sack the coach|win the title|
    return to training in $month|build a new stadium|sell its best player`),
  things:
    items(`$cup|the red card|the dismissal of the coach|the transfer of the captain|the behaviour of the fans|the state of the pitch|
    the defeat by $club2`),
  deeds: items(
    `diving|insulting the referee|fixing a match|missing training|throwing flares|failing a drugs test|breaking his contract`,
  ),
  questions:
    items(`whether the captain would play|who would replace the coach|how long the striker would be out|why the goal was disallowed|
    when the ban would end|what had gone wrong in the second half`),
  facts:
    items(`$club beat $club2 in the second round|The match was watched by $nn thousand spectators|The first goal came after $n minutes|
    The striker scored $nn goals last season|Rain delayed the start by half an hour|$club2 have not won away since $month|
    The next match is on $day in $place2|The captain left the pitch after $nn minutes|Tickets were sold out by noon`),
};

const school: Topic = {
  choices: {
    reform: items(
      'longer school days|the new timetable|a ban on phones|school uniforms|shorter holidays|mixed classes',
    ),
    work: items('teachers|nurses|bus drivers|dockers|bakers|rail workers|cleaners'),
  },
  posts: items('education minister|headteacher|union leader|professor|school inspector|rector'),
  roles:
    items(`the head of a school in $place|the leader of the union|a parent of two pupils|a pupil|a professor of education|
    the chairman of the parents’ council|a trainee teacher|the employers’ chief negotiator|a school bus driver`),
  groups: items('$work|parents|pupils|unions|employers|students|strikers|headteachers'),
  bodies: items(
    'the union|the education ministry|the school board|the university|the employers’ association|the parents’ council',
  ),
  documents: items(
    'the collective agreement|a letter to parents|the school rules|the wage offer|the exam paper|the strike notice',
  ),
  targets: items('the ministry|the union|the employers|the school board|the government|the strikers'),
  claims: items(`$n schools had closed since $year|$work were paid too little|the strike would last until $day|
    the offer of $pct per cent was the last one|classes had grown to $nn pupils|$reform would help weaker pupils|
    a quarter of all posts were vacant|the exam had to be repeated|talks had failed over working hours|
    parents would be told in good time|lessons would be held online|the roof of the gym leaked`),
  quotes: items(`We cannot live on applause|My class has $nn pupils and one window|We are not asking for the moon|
    Children need time to play|I love my job, but I am tired|The offer is an insult|Nobody wants to strike|
    Learning starts with a full stomach|The heating broke in $month and nobody came|We will be back tomorrow|
    Exams are not everything|Try living on my wages`),
  acts: items(`raise wages by $pct per cent|introduce $reform|hire $nn people|go on strike from $day|repair the gym|
    return to the negotiating table|scrap the exam|reopen the school in $month`),
  things:
    items(`the debate about $reform|the strike|the wage offer|the shortage of staff|the closure of the school|the repetition of the exam|
    the condition of the buildings`),
  deeds:
    items(`breaking the agreement|holding pupils hostage|cheating in the exam|ignoring the parents|cutting the school budget|
    leaking the exam paper`),
  questions:
    items(`how long the strike would last|whether lessons would be cancelled|who had leaked the exam paper|why classes were so large|
    when wages would rise|what parents were supposed to do`),
  facts: items(`The school in $place has $nn pupils|The strike began on $day|Buses ran on a reduced timetable|
    The building dates from $year|Exams are held in $month|$n classes were merged last autumn|The canteen stayed closed|
    Pickets stood at the gate from five in the morning|The agreement runs until $year`),
};

export const AFFAIRS: readonly Topic[] = [diplomacy, council, sport, school];
