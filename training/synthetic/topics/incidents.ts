import { items, type Topic } from './topic.ts';

const fire: Topic = {
  choices: {
    building: items('warehouse|school|hotel|block of flats|theatre|furniture shop|nursing home|bakery|paper mill'),
    floor: items('second|third|fifth|ground|top'),
  },
  posts: items('fire chief|fire commissioner|mayor|deputy mayor|station officer|councillor'),
  roles: items(`the head of the fire service|a caretaker at the $building|a neighbour|the owner of the $building|
    a volunteer firefighter|a teacher from $place|a retired electrician|the mayor of $place|a shopkeeper on the same street`),
  groups: items('firefighters|residents|neighbours|investigators|witnesses|officials|rescue workers|police'),
  bodies: items(
    'the fire service|the city council|the housing authority|the insurance company|the building inspectorate',
  ),
  documents: items('the inspection report|a fire safety report|an internal memo|the insurance policy|the incident log'),
  targets: items('the owner|the landlord|the city council|$firm|the building company'),
  claims: items(`the fire had started in a storeroom on the $floor floor|the alarm had not worked for $n weeks|
    $nn people had been led out of the $building|the doors had been locked from the outside|the roof could collapse at any time|
    the cause was not yet known|the $building had been inspected in $month|nobody had been hurt|the sprinklers were switched off in $year|
    the smoke could be seen $n miles away|it would take days to put out the last of the flames|the damage came to $money`),
  quotes:
    items(`We got everybody out within ten minutes|I opened the window and saw nothing but smoke|The heat was terrible|
    I have never seen flames that high|We knocked on every door|You could hear the glass breaking all night|
    Nobody told us that the alarm was broken|It took us $n hours to reach the $floor floor|I lost everything I own|
    The stairs were gone before we got there|Someone should have checked the wiring|My daughter was still asleep`),
  acts: items(`rebuild the $building by next $month|check every alarm in the city|find new homes for the families|
    open an inquiry into the fire|install sprinklers in all public buildings|pay for the damage|close the street until $day`),
  things: items(`the fire at the $building|the state of the wiring|the rescue|the delay in opening the doors|
    fire safety in older buildings|the evacuation of $nn guests|the new safety code`),
  deeds: items(`ignoring $n warnings|failing to repair the alarm|locking the emergency exits|storing fuel in the cellar|
    putting lives at risk|hiding the results of an inspection`),
  questions:
    items(`how the fire had started|whether the alarm had worked|why the doors were locked|who had left the building last|
    when families could return|how many people were inside`),
  facts:
    items(`The $building in the centre of $place was built in $year|Traffic was diverted through $place2 for most of the morning|
    About $nn firefighters worked through the night|Two people were taken to hospital with burns|
    The street reopened shortly before noon|A crane was brought in to remove the roof|$n cars parked outside were destroyed|
    Schools nearby stayed closed on $day|The wind dropped towards evening and the smoke cleared`),
};

const crash: Topic = {
  choices: {
    vehicle: items('bus|coach|lorry|tram|train|ferry|school bus|tanker'),
    spot: items('a level crossing|the old bridge|a roundabout|the harbour entrance|a narrow bend|the motorway exit'),
  },
  posts: items('police chief|inspector|sergeant|transport minister|coroner|station master'),
  roles: items(`the driver of the $vehicle|a passenger|a lorry driver from $place2|a nurse who was on her way to work|
    the owner of a petrol station|the managing director of the operator|a spokesman for the operator|an engineer|a student`),
  groups: items('police|passengers|witnesses|paramedics|investigators|relatives of the victims|officials'),
  bodies: items('the operator|the transport ministry|the accident investigation board|the hospital|the drivers’ union'),
  documents: items(
    'the preliminary report|the driver’s log|a technical report|the data recorder|a letter to the operator',
  ),
  targets: items('the operator|the driver|the ministry|the road authority|$firm'),
  claims: items(`the $vehicle had been travelling at $nn kilometres an hour|the brakes had failed at $spot|
    the driver had been awake for more than $n hours|the signal had been red|$nn people were on board|the road was wet|
    the $vehicle had passed its last inspection in $month|a second vehicle was involved|the driver was in a stable condition|
    the barrier had been broken since $month|three of the injured would need surgery|it was too early to speak of a cause`),
  quotes:
    items(`I heard a bang and then people were screaming|He was driving far too fast|We climbed out through the back window|
    The whole thing lasted $n seconds|There was glass everywhere|We have asked for a new barrier for years|
    I held on to the seat in front of me|It could have been much worse|The driver did everything he could|
    We will not rest until we know what happened|I only remember the noise|People came running from the houses`),
  acts: items(`replace the signals at $spot|lower the speed limit|publish the data from the recorder|
    take the $vehicle out of service|support the families|train its drivers again|inspect all $nn vehicles of the same type`),
  things: items(`the crash at $spot|the condition of the brakes|the speed of the $vehicle|the overtime of drivers|
    the loss of $n lives|the safety of the crossing|the search for survivors`),
  deeds: items(`driving too fast|falsifying the driver’s log|ignoring a red signal|cutting corners on maintenance|
    leaving the scene of the accident|overloading the $vehicle`),
  questions:
    items(`how fast the $vehicle was going|whether the brakes had been checked|why nobody had repaired the barrier|
    who was at the wheel|what had distracted the driver|when the line would reopen`),
  facts: items(`The $vehicle left $place at seven in the morning|The road was closed in both directions|
    This was the third accident at $spot this year|Helicopters flew the injured to $place2|Flowers lay beside the road on $day|
    The wreck was lifted by a crane in the afternoon|The $vehicle belongs to a company from $place2|
    The driver was arrested and later released|Services were suspended until further notice`),
};

const flood: Topic = {
  choices: {
    disaster: items('flood|storm|landslide|earthquake|heatwave|wildfire|drought|cyclone'),
    shelter: items('a sports hall|a church|a school gym|army tents|the town hall'),
  },
  posts: items('governor|mayor|president|prime minister|civil protection chief|relief coordinator'),
  roles:
    items(`a farmer from $place|the mayor of $place2|a fisherman|a Red Cross volunteer|a hydrologist at the weather service|
    a villager|the head of the relief operation|a hotel owner|an army engineer`),
  groups: items('villagers|farmers|aid workers|officials|meteorologists|survivors|volunteers|rescuers|authorities'),
  bodies: items('the government|the weather service|the army|the provincial council|the aid agency|the water board'),
  documents: items(
    'a situation report|the emergency plan|a satellite study|the evacuation order|the damage assessment',
  ),
  targets: items('the government|the water board|the authorities|the mining company|donors'),
  claims:
    items(`the river had risen by $n metres overnight|more than $nn houses were under water|the warning had come too late|
    the $disaster had cut off $n villages|roads would stay closed until $day|$nn people were still missing|
    the dam at $place2 was holding|drinking water would run out within days|the worst was over|
    a $disaster like this was to be expected every ten years|the power supply could not be restored before $month|
    hundreds had spent the night in $shelter`),
  quotes:
    items(`We lost the whole harvest|The water came up the stairs while we slept|We have no bread and no clean water|
    Nobody came to help us for $n days|We carried my father out on a door|This is the worst $disaster in living memory|
    Leave your homes now and do not wait|The trees saved us|I am not leaving my animals|We need tents, blankets and medicine|
    The sirens never sounded|Everything my grandfather built is gone`),
  acts: items(`send $nn soldiers to the region|rebuild the dyke before winter|declare a state of emergency|
    provide tents for $nn families|move the village to higher ground|waive taxes for farmers|reopen the road to $place2`),
  things:
    items(`the $disaster in $place|the slow response of the authorities|the early warning system|the collapse of the dyke|
    the relief effort|the shortage of clean water|the evacuation of the valley`),
  deeds:
    items(`reacting too late|holding back aid money|opening the dam without warning|building houses on the flood plain|
    stealing relief supplies|playing down the danger`),
  questions:
    items(`how many people were missing|whether the dam would hold|why the sirens had not sounded|when aid would arrive|
    what had become of the fishermen|who would pay for the damage`),
  facts: items(`The $river burst its banks on $day night|More rain fell in a day than usually falls in a month|
    Trains between $place and $place2 were cancelled|The airport reopened in the afternoon|Boats carried food to the upper floors|
    About $nn people slept in $shelter|The last $disaster of this size was in $year|The bridge in $place was washed away|
    Electricity was cut off in the whole valley`),
};

const missing: Topic = {
  choices: {
    victim: items('the girl|the teenager|the couple|the hiker|the pensioner|the two brothers|the student'),
    item: items('a rucksack|a bicycle|a mobile phone|a red coat|a set of keys|a handbag'),
  },
  posts: items('detective|superintendent|sheriff|inspector|police spokesman|deputy sheriff'),
  roles:
    items(`the officer in charge of the search|a dog walker|a family friend|the landlord of a pub in $place|a cousin|
    a taxi driver|the owner of a campsite|a former teacher|a neighbour of the family`),
  groups: items('police|detectives|relatives|neighbours|searchers|friends|investigators|two hikers'),
  bodies: items('the police department|the mountain rescue service|the coastguard|the sheriff’s office|the family'),
  documents: items(
    'the missing person report|the search warrant|a note found in the car|the call log|a poster in the shop window',
  ),
  targets: items('the police|a former neighbour|the campsite owner|two men from $place2|the suspect'),
  claims:
    items(`$victim had last been seen near the $river|$item had been found by the water|there was no sign of a struggle|
    a man had been helping them with their inquiries|the search would go on through the night|nobody had used the bank card since $day|
    the car had been seen in $place2|$nn tips had come in|the dogs had lost the trail at the road|
    the case was being treated as murder|divers would return in the morning|the weather was making the work difficult`),
  quotes:
    items(`We just want them home|Somebody out there knows something|It is completely out of character|We have not given up hope|
    I saw a white van by the gate|Please look in your sheds and garages|We are keeping an open mind|
    Every hour counts|The door was open and the radio was on|We searched until it got dark|I thought nothing of it at the time`),
  acts: items(`widen the search to $place2|offer a reward of $money|question every driver who passed|drain the pond|
    bring in divers|search the woods again on $day`),
  things:
    items(`the disappearance|the search along the $river|the discovery of $item|the reward|a possible sighting in $place2|
    the arrest of a $age-year-old man|the family’s ordeal`),
  deeds: items(`hiding evidence|wasting police time|failing to report the disappearance|misleading the search party|
    acting too slowly|lying about his whereabouts`),
  questions:
    items(`where $victim had gone|whether the van was stolen|who had made the call|why nobody had raised the alarm|
    what the man was doing in the woods|how long the search would last`),
  facts: items(`A helicopter searched the valley until dark|$item was found $n hundred metres from the path|
    A man of $age was arrested on $day|Volunteers met at the village hall at six|The pond had been frozen since $month|
    The campsite lies on the road to $place2|Posters hang in every shop|The last bus left at ten past nine|
    The inquiry is led by officers from $place2`),
};

export const INCIDENTS: readonly Topic[] = [fire, crash, flood, missing];
