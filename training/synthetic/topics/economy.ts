import { items, type Topic } from './topic.ts';

const business: Topic = {
  choices: {
    product: items(
      'electric cars|washing machines|frozen pizza|running shoes|phone chips|garden furniture|batteries|cheese',
    ),
    site: items('the plant in $place|the mine|the warehouse|the shipyard|the call centre|the refinery'),
  },
  posts: items('chief executive|chairman|finance director|union leader|economy minister|analyst|spokesperson'),
  roles:
    items(`the chief executive of $firm|an analyst at a bank in $place2|the head of the works council|a shareholder|
    a former manager|the founder of the company|a worker at the plant|an economist|the finance director`),
  groups: items('shareholders|workers|analysts|investors|unions|customers|regulators|suppliers|economists'),
  bodies: items(
    '$firm|the company|the regulator|the works council|the bank|the supervisory board|the consumer association',
  ),
  documents: items('the annual report|a leaked email|the prospectus|an internal memo|the audit|the takeover offer'),
  targets: items('$firm|the management|the board|the bank|the regulator|the suppliers'),
  claims:
    items(`profits had fallen by $pct per cent|$nn jobs would be cut by $month|the company had sold $nn thousand tonnes|
    the takeover was off the table|demand for $product was weak|the figures had been checked twice|prices would rise in $month|
    the debt stood at $money|a new plant would open in $place2|the recall affected $nn models|
    the bonus had been paid in error|the merger would be completed in $year|no customer data had been lost`),
  quotes: items(`We had a difficult quarter|The market for $product is changing fast|Every job counts in this town|
    We do not comment on rumours|Our customers come first|I gave this company $nn years of my life|The numbers speak for themselves|
    We will not sell below value|Somebody cooked the books|It is the strongest result in our history|
    We grew too fast and lost sight of costs|The order books are full`),
  acts: items(`cut $nn jobs|buy a rival|open a plant in $country|raise prices by $pct per cent|pay a dividend|
    sell its stake in $firm|stop making $product|recall $nn thousand vehicles`),
  things:
    items(`the takeover|the fall in profits|the sale of $product|the closure of the plant|the bonus for the chairman|
    the loss of $nn jobs|the rise in prices`),
  deeds:
    items(`cooking the books|misleading investors|bribing officials in $country|fixing prices|copying a rival’s design|
    polluting the $river|paying starvation wages`),
  questions:
    items(`how many jobs would go|whether the plant could be saved|who had leaked the email|what the merger would cost|
    when production would resume|why the figures had been changed`),
  facts:
    items(`$firm employs $nn thousand people in $country|Shares fell by $pct per cent on $day|The plant in $place opened in $year|
    The company makes $product|Revenue rose to $money in $month|Trading was suspended for an hour|
    The headquarters moved to $place2 in $year|The annual meeting is held in $month|Rivals have cut prices since $month`),
};

const science: Topic = {
  choices: {
    object: items('the glacier|the comet|the whale colony|the old forest|the lake|the coral reef|the cave|the volcano'),
    method: items('drones|satellite images|$nn sensors|a new camera|core samples|volunteers'),
  },
  posts: items('professor|biologist|geologist|project leader|museum director|marine scientist'),
  roles:
    items(`a biologist at the university of $place|the leader of the expedition|the lead author of the study|a park ranger|
    a climate scientist|the director of the natural history museum|a doctoral student|a fisherman from $place2|an astronomer`),
  groups: items('scientists|researchers|conservationists|the authors|volunteers|experts|biologists'),
  bodies: items(
    'the university|the research institute|the museum|the space agency|the environment agency|the national park',
  ),
  documents: items('the study|a new paper|the field report|the survey|the data set|an article in a scientific journal'),
  targets: items('the government|the mining company|the fishing industry|the authors of the study|the university'),
  claims:
    items(`$object had shrunk by $pct per cent since $year|the find was $nn thousand years old|the method was not reliable|
    the animals had returned after $nn years|temperatures had risen faster than expected|the results could not be repeated|
    $method had made the discovery possible|the species was on the brink of extinction|it was too early to celebrate|
    the samples had been mixed up|more data would be needed|the effect was stronger in $month`),
  quotes: items(`We could hardly believe our eyes|Nature does not wait for us|It is like reading an old diary|
    We checked the figures $n times|Nobody had looked there before|The ice is melting under our feet|This changes what we teach|
    I have been waiting for this all my life|There is still a lot we do not know|You can hear them at night|
    A single season proves nothing|We owe it to our children`),
  acts: items(`repeat the measurements in $month|protect $object|publish the raw data|count the animals again|
    ban fishing in the bay|send a probe by $year|move the nests|drill $nn metres deep`),
  things:
    items(`the discovery|the loss of species|the age of the bones|the study|the retreat of the ice|the protection of $object|
    the use of $method`),
  deeds: items(
    `inventing data|ignoring the warnings|fishing in protected waters|copying from a rival’s paper|disturbing the nests`,
  ),
  questions:
    items(`how old the find was|whether the animals would return|why the water was so warm|what had killed the fish|
    when the volcano would erupt|how reliable the data were`),
  facts: items(`$object lies $nn kilometres north of $place|The expedition set out in $month|The museum opened in $year|
    Measurements began in $year|The bay has been closed to boats since $month|The team spent $n weeks on the ice|
    $n eggs hatched on $day|The bones were found in a quarry near $place2|The lake is up to $nn metres deep`),
};

const health: Topic = {
  choices: {
    illness: items('measles|influenza|a stomach virus|asthma|Lyme disease|a rare fever|back pain|diabetes'),
    remedy: items('the vaccine|the new drug|a blood test|the operation|the therapy|a salt-free diet'),
  },
  posts: items('doctor|chief physician|health minister|nurse|professor|surgeon|hospital director'),
  roles:
    items(`a nurse at the hospital in $place|the head of the clinic|a family doctor|the health minister of $country|a patient|
    a relative of a patient|a pharmacist|the director of the blood bank|an epidemiologist`),
  groups: items('doctors|nurses|patients|health officials|experts|relatives|pharmacists|surgeons'),
  bodies: items(
    'the hospital|the health ministry|the clinic|the medicines agency|the insurance fund|the medical association',
  ),
  documents: items(
    'the patient’s file|a medical report|the package leaflet|the guidelines|the autopsy report|a letter to doctors',
  ),
  targets: items('the hospital|the ministry|the doctors|the manufacturer|$firm|the clinic'),
  claims: items(`$nn cases of $illness had been reported in $place|$remedy was safe for children|the wards were full|
    $n operations had been cancelled|the patient was recovering well|there was no reason for alarm|supplies would last until $month|
    the dose had been too high|nurses worked $nn hours a week|the infection had spread from a kitchen|
    waiting times had doubled since $year|two batches had been withdrawn|the results would be published in $month`),
  quotes:
    items(`We are at our limit|I waited $n hours in the corridor|Please wash your hands|The pain was gone the next morning|
    There are not enough beds|They saved my life|Nobody explained the risks to me|Come early if you notice a rash|
    We are not miracle workers|My son could not breathe|I would do it again|The night shift had one nurse for $nn patients`),
  acts: items(`vaccinate all children by $month|hire $nn nurses|close the ward|approve $remedy|test all staff|
    build a new clinic in $place2|withdraw the drug`),
  things:
    items(`the outbreak of $illness|$remedy|the shortage of nurses|the growing waiting list|the closure of the ward|the death of $n patients|
    the price of the drug`),
  deeds: items(`hiding the side effects|turning patients away|prescribing too many painkillers|mixing up blood samples|
    selling fake pills|ignoring hygiene rules`),
  questions:
    items(`how the virus had spread|whether the drug was safe|why the ward had been closed|how many patients were affected|
    when the vaccine would arrive|who had made the mistake`),
  facts: items(`The hospital in $place has $nn beds|The clinic was founded in $year|$n wards were closed on $day|
    The drug has been on the market since $year|Visiting hours were shortened in $month|The patient is $age years old|
    Schools in $place2 reopened on $day|A mobile clinic visits the villages once a month|The vaccine is kept in a cellar at the station`),
};

const culture: Topic = {
  choices: {
    work: items('the film|the opera|the exhibition|the novel|the festival|the series|the musical|the album'),
    prize: items('the Golden Lamp|the state prize|the jury prize|first prize'),
  },
  posts: items('director|conductor|actor|novelist|museum director|producer|singer|culture minister'),
  roles:
    items(`the director of the festival|a critic for a weekly paper|the leading actor|the conductor of the city orchestra|
    a novelist from $country|the owner of a gallery|a visitor|the head of the jury|a costume designer`),
  groups: items('critics|visitors|organisers|actors|musicians|fans|neighbours|the organisers'),
  bodies: items('the festival|the museum|the opera house|the jury|the broadcaster|the publisher|the theatre'),
  documents: items('the programme|a review|the catalogue|the contract|the wall text|a fan letter'),
  targets: items('the director|the festival|the publisher|the broadcaster|the organisers|the museum'),
  claims:
    items(`$work had cost $money|the premiere would be held in $month|the painting was a copy|tickets had sold out in $n minutes|
    the singer had lost her voice|the scene had been cut at the last moment|$work was based on a true story|
    the statue would be returned to $country|$nn thousand visitors had come|the concert could not go ahead|
    the letters were genuine|the jury had been split`),
  quotes:
    items(`I write about people I know|We never thought anyone would come|It took me $n years to finish|Music needs no passport|
    You either love it or you leave|The light in $place is like nowhere else|I cried at the end|We play for those who cannot sleep|
    The book found me, not the other way round|Nobody tells me how to sing|I am proud of every mistake`),
  acts: items(`return the statue to $country|finish the film by $month|cancel the concert|open a second museum|tour $country2 next year|
    pay its actors|shorten the festival|publish the letters`),
  things:
    items(`$work|the choice of the jury|the return of the statue|the price of the tickets|the absence of the director|
    the new concert hall|the cancelled premiere`),
  deeds: items(
    `copying a song|selling fake paintings|cutting a scene without asking|underpaying musicians|insulting the audience`,
  ),
  questions:
    items(`who had painted the picture|whether the concert would go ahead|why the scene had been cut|how the statue had left the country|
    when the film would be shown`),
  facts: items(`The theatre in $place seats $nn people|The festival runs until $day|The museum was closed for $n years|
    The orchestra was founded in $year|The film was shot in $country2|$nn paintings hang on the first floor|
    The winner of $prize is announced on $day|Admission is free on $day|The hall was renovated in $year`),
};

export const ECONOMY: readonly Topic[] = [business, science, health, culture];
