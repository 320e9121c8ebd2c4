import { items, type Topic } from './topic.ts';

const trial: Topic = {
  choices: {
    crime: items('fraud|burglary|manslaughter|arson|blackmail|bribery|theft|assault|smuggling|perjury'),
    accused: items('the defendant|the former banker|the surgeon|the caretaker|the businessman|the ex-minister'),
  },
  posts: items('judge|prosecutor|defence lawyer|attorney|magistrate|court spokesman'),
  roles: items(`the lawyer for the defence|the presiding judge|a witness for the prosecution|the partner of the victim|
    a legal expert at the university of $place|the chief prosecutor|an accountant|a former colleague|a handwriting expert`),
  groups: items('prosecutors|lawyers|jurors|relatives of the victim|judges|investigators|two former colleagues'),
  bodies: items('the court|the prosecution|the defence|the appeal court|the jury|the bar association'),
  documents: items(
    'the indictment|the verdict|the court filing|the lawsuit|the affidavit|the charge sheet|court papers',
  ),
  targets: items('the defendant|the company|the police|two former partners|the witness'),
  claims:
    items(`$accused had acted alone|the money had been moved abroad in $year|the witness had changed his account $n times|
    the evidence had been obtained unlawfully|there was not enough evidence for a conviction|the trial would begin in $month|
    the signature was a forgery|the victims had lost $money|the sentence was too lenient|a retrial could not be ruled out|
    the verdict would be appealed against|the phone had been bought in $place2`),
  quotes:
    items(`My client is innocent|I did not take a single coin|We will appeal against this verdict|He looked me in the eye and lied|
    The law must be the same for everybody|You abused the trust of people who had nothing|There is no evidence, only rumours|
    I am sorry for what I did|Justice has finally been done|I signed whatever they put in front of me|
    The jury saw through the story|Nothing will bring my husband back`),
  acts: items(`appeal against the verdict|drop the charges|call $n more witnesses|seek a sentence of $n years|reopen the case|
    release $accused on bail|pay back $money|give evidence in person`),
  things:
    items(`the verdict|the length of the sentence|the charge of $crime|the release of $accused|the handling of the evidence|
    the testimony of the accountant|the use of secret recordings`),
  deeds: items(`taking bribes|forging documents|stealing $money from clients|intimidating witnesses|destroying evidence|
    lying under oath|laundering money through $firm`),
  questions: items(`whether the recording was genuine|who had signed the contract|where the money had gone|
    why the file had been closed in $year|when the retrial would begin|how the letters had reached the press`),
  facts:
    items(`$accused was arrested at the airport in $month|The trial is being held in $place2|The courtroom was full on $day|
    $accused was charged with $crime in $year|The case has been adjourned $n times|The maximum penalty is $nn months|
    Two of the accused are on bail|The hearing will continue on $day|The public was kept out for part of the morning`),
};

const crimeTopic: Topic = {
  choices: {
    place3: items(
      'a jewellery shop|a petrol station|a villa|a post office|a museum|a car park|a supermarket|a pharmacy',
    ),
    loot: items('jewels|banknotes|paintings|cigarettes|silver spoons|mobile phones|medicines|gold coins'),
  },
  posts: items('police chief|detective|chief constable|commissioner|police spokesperson|sheriff|chief inspector'),
  roles:
    items(`the owner of the shop|a cashier|a security guard|the detective leading the case|a customer|a criminologist|
    a resident of $place|an off-duty officer|a delivery driver`),
  groups: items('police|officers|detectives|witnesses|shopkeepers|neighbours|investigators|three customers'),
  bodies: items('the police department|the federal police|the security company|the museum|the customs service'),
  documents: items('the police report|the arrest warrant|the wanted poster|the search warrant|a ransom note'),
  targets: items('the gang|the suspects|the guard|the police|a $age-year-old man'),
  claims:
    items(`$n masked men had entered $place3|the robbers had escaped in a grey van|$loot worth $money had been stolen|
    the alarm had been cut off beforehand|the gang knew the building well|one of the suspects had been identified|
    the weapon was a replica|the same men had struck in $place2|the cameras had recorded everything|
    the public was not in danger|a shot had been fired into the ceiling|the arrests were only a matter of time`),
  quotes:
    items(`Get down on the floor|They were in and out within two minutes|I gave them the keys because I was afraid|
    He pointed the gun at my head|We know who you are|They took everything in the safe|I thought it was a joke at first|
    This was planned to the last detail|We are looking for a grey van|I ran out through the back|
    The streets are not safe any more|They even took my wedding ring`),
  acts: items(`hire more officers|put cameras on every corner|hand themselves in|close the shop for good|reward any useful tip|
    patrol the area at night|return the $loot`),
  things:
    items(`the robbery at $place3|the rise in burglaries|the arrest of the gang|the theft of the $loot|the use of weapons|
    the lack of patrols|the escape of the suspects`),
  deeds:
    items(`planning the robbery|hiding the $loot|selling the $loot abroad|firing at an officer|helping the robbers escape|
    doing too little against the gangs`),
  questions:
    items(`how the robbers had got in|whether the guard was involved|who had driven the van|where the $loot were|
    why the alarm had been off|how many shots were fired`),
  facts:
    items(`A grey van was found burnt out near $place2|The shop stayed closed on $day|Two men aged $age and $age were arrested|
    The $loot have not been found|The building has been guarded since $month|This was the second robbery in the street this year|
    Officers sealed off the area around the station|The suspects are due in court on $day|No shots were fired during the arrest`),
};

const prison: Topic = {
  choices: {
    matter: items(
      'overcrowding|early release|solitary confinement|drug smuggling|the death of an inmate|a mass escape',
    ),
  },
  posts: items('prison governor|justice minister|warden|ombudsman|chaplain'),
  roles: items(`a former inmate|the head of the guards’ union|the governor of the prison in $place|a prison doctor|
    a campaigner for prisoners’ rights|a relative of an inmate|a sociologist|a lawyer for $n inmates`),
  groups: items('guards|inmates|campaigners|inspectors|prison officers|relatives|former prisoners|officials'),
  bodies: items('the prison service|the justice ministry|the guards’ union|the inspectorate|the parole board'),
  documents: items('the inspectors’ report|a leaked report|the prison rules|an open letter|the parole decision'),
  targets: items('the prison service|the guards|the ministry|the governor|the inmates'),
  claims: items(`$n men shared a cell built for two|staff had warned of $matter since $year|$nn posts were vacant|
    the escape had been planned for months|the kitchen had been closed for health reasons|the inmate had been found dead on $day|
    visits would be allowed again in $month|the cameras in the yard did not work|violence had risen by $pct per cent|
    two guards had been suspended|no rules had been broken|the wing was unfit for human beings`),
  quotes: items(`They treat us like animals|We are two guards for ninety men|I have not seen my son for $n months|
    You cannot run a prison like that|The heating has been off since $month|Nobody escapes from here twice|
    There are rats in the showers|We deserve an answer|Something had to give|He was going to be released in $month`),
  acts: items(`close the old wing|hire $nn guards|release inmates who are over 70|build a new prison near $place2|
    investigate $matter|refuse food until $day|improve the cells`),
  things: items(`$matter|the state of the prison|the shortage of guards|the closure of the old wing|the hunger strike|
    the use of force|the reform of parole`),
  deeds: items(`beating inmates|smuggling phones into the prison|turning a blind eye to violence|hiding a report|
    denying inmates a doctor`),
  questions:
    items(`how the men had got out|whether the guards had been warned|why the cameras were off|who was responsible|
    when the wing would close`),
  facts:
    items(`The prison in $place was built in $year|The building holds $nn inmates|Four men escaped in $month and were caught a week later|
    The old wing has no heating|Relatives stood outside the gate on $day|The governor has been in office since $year|
    A second inquiry is under way`),
};

export const COURTS: readonly Topic[] = [trial, crimeTopic, prison];
