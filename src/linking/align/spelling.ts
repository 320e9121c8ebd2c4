/** Words that British and American papers spell differently and no rule below covers: British, American. */
const PAIRS = new Map(
  (
    'centre center|centres centers|centred centered|theatre theater|theatres theaters|metre meter|metres meters|' +
    'kilometre kilometer|kilometres kilometers|litre liter|litres liters|fibre fiber|calibre caliber|defence defense|' +
    'defences defenses|offence offense|offences offenses|licence license|licences licenses|pretence pretense|' +
    'practise practice|practised practiced|practising practicing|programme program|programmes programs|' +
    'cheque check|cheques checks|grey gray|judgement judgment|judgements judgments|ageing aging|' +
    'aluminium aluminum|tyre tire|tyres tires|whilst while|amongst among|towards toward|afterwards afterward|' +
    'learnt learned|burnt burned|spelt spelled|dreamt dreamed|leant leaned|leapt leaped|spoilt spoiled|' +
    'kerb curb|plough plow|sceptic skeptic|sceptics skeptics|sceptical skeptical|scepticism skepticism|mum mom|' +
    'analyse analyze|analysed analyzed|analysing analyzing|paralyse paralyze|paralysed paralyzed|' +
    'catalogue catalog|dialogue dialog|cosy cozy|enrol enroll|fulfil fulfill|fulfils fulfills|fulfilment fulfillment|' +
    'instalment installment|instalments installments|skilful skillful|wilful willful|paediatric pediatric|' +
    'anaemia anemia|foetus fetus|manoeuvre maneuver|manoeuvres maneuvers|encyclopaedia encyclopedia|jewellery jewelry|' +
    'okay ok|pyjamas pajamas|moustache mustache|sulphur sulfur|storey story|draught draft|gaol jail|artefact artifact'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
const OUR =
  /^((?:un|dis|mis)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig))our/;
const ISE = /is(e|ed|es|ing|ation|ations|er|ers)$/;
const DOUBLED =
  /^(cancel|channel|counsel|dial|equal|fuel|jewel|label|level|marshal|model|panel|quarrel|rival|signal|total|travel|tunnel|dishevel|initial)l(ed|ing|er|ers)$/;
const SHORTEST_ISE = 6;

/**
 * A lower-case word in one spelling where British and American ones differ. Of "-ise" and "-ize" it gives the latter, also
 * where the word has only one ("exercise"): that joins no two words of English.
 */
export function oneSpelling(word: string): string {
  const pair = PAIRS.get(word);
  if (pair) return pair;
  if (word.length >= SHORTEST_ISE && ISE.test(word)) return word.replace(ISE, 'iz$1');
  return word.replace(OUR, '$1or').replace(DOUBLED, '$1$2');
}
