/** Names of months, as feeds of European outlets write them: the forms of dates, nominatives and short forms. */

/** One line a language: twelve months, the forms of each with a stroke between. */
const LANGUAGES = [
  'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
  'januar/jänner/jän februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez',
  'janvier/janv février/févr/fév/fevrier mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc/decembre',
  'enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic',
  'janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro/set outubro/out novembro dezembro',
  'gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/sett ottobre/ott novembre dicembre',
  'januari februari maart/mrt april mei juni juli augustus september oktober november december',
  'stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru',
  'ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj listopadu/listopad/lis prosince/prosinec/pro',
  'januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta/august septembra októbra/október novembra decembra',
  'siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj/srp kolovoza/kolovoz/kol rujna/rujan/ruj listopada/listopad/lis studenoga/studenog/studeni/stu prosinca/prosinac',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar marts/mars april maj/mai juni juli august september oktober november december/desember/des',
  'tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu',
  'január február/febr március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept október november december',
  'ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie',
  'января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек',
  'січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/кві/квіт травня/травень/тра/трав червня/червень/чер/черв липня/липень/лип серпня/серпень/сер/серп вересня/вересень/вер жовтня/жовтень/жов листопада/листопад/лис грудня/грудень/гру/груд',
  'януари февруари март април май юни юли август септември октомври ноември декември',
  'ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαΐ/μαϊ ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ',
  'ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara',
];

/** Null for a name that is a month in one language and another month in another ("listopad"). */
const MONTHS = new Map<string, number | null>();
for (const language of LANGUAGES) {
  for (const [at, forms] of language.split(' ').entries()) {
    for (const form of forms.split('/')) {
      const known = MONTHS.get(form);
      MONTHS.set(form, known === undefined || known === at + 1 ? at + 1 : null);
    }
  }
}

/** The number of a month, 1 to 12, or null when the word is no month or not certainly one. */
export const monthOf = (word: string): number | null => MONTHS.get(word.toLowerCase()) ?? null;
