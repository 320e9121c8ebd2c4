/** Invented places, countries and organizations. */
const lines = (list: string): string[] =>
  list
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);

export const TOWNS = lines(`
  Aldermarch, Bellhaven, Brantwick, Castelrosso, Corvara, Dunholt, Eastmere, Farnley Cross, Grauwald, Halvik, Ilmensee,
  Kalverton, Kirrow, Lindholm, Lower Tarn, Marsdale, Mirabel, Nordhavn, Oakridge, Port Selwyn, Puerto Lindo, Quarrington,
  Redmoor, Rosenau, Saltby, San Telmo, Sarovka, Stavik, Tamarind Bay, Thornby, Tolvane, Upper Wexley, Valdoro, Velikograd,
  Westerloo, Wyndham Falls, Yelverton Green, Zabrod, Bamako Heights, Kasaro, Dar el Nour, Tell Hamra, Ngoma, Osei Town,
  Chandpura, Devgarh, Haimura, Lotus Bay, Nam Sao, Shirakami, Monte Alto, Santa Oliva, Villa Rica, Beldon, Crickhollow,
  Dryden Mills, Ferris Point, Garnet City, Harlow County, Juniper Springs, Kettle Creek, Larkspur`);

export const COUNTRIES = lines(`
  Ardania, Belvoria, Carpathia, Dravonia, Estovia, Freland, Gharistan, Hestria, Illyrica, Jorvania, Kazmira, Lutania,
  Maravia, Norrland, Ostrania, Palmyria, Quintara, Rovenia, Sundara, Tavastan, Umbria Nova, Valdora, Westmark, Zambeli`);

export const RIVERS = lines('Arle, Brenta, Colne, Dray, Esker, Isen, Lough, Marra, Nerin, Ouden, Sava Minor, Tarn');

export const FIRMS = lines(`
  Aldergate Foods, Beacon Rail, Brightwell Energy, Castor Air, Corvus Motors, Delphine Pharma, Eastline Shipping, Fennick,
  Granite Mutual, Halden Steel, Ionica, Juno Telecom, Kestrel Bank, Lumen Labs, Marlowe & Finch, Northgate Water, Orbis,
  Palisade Insurance, Quill Software, Redfern Mining, Solara, Tideway, Umbra Systems, Vantage Retail, Westbrook Dairies`);

export const CLUBS = lines(`
  Aldermarch City, Brantwick Rovers, Corvara Calcio, Dunholt United, Halvik IF, Kirrow Athletic, Marsdale Town,
  Mirabel FC, Nordhavn BK, Port Selwyn Pirates, Redmoor Wanderers, Tolvane Tigers, Valdoro CF, the Garnet City Miners`);

export const OUTLETS = lines(`
  the Marsdale Courier, Radio Halvik, the Dunholt Gazette, Channel 6, the Sarovka Herald, Capital FM, the Evening Post,
  the news agency Ostpress, the broadcaster NRT, the Sunday Ledger, the magazine Panorama, Metro News, the Daily Tribune`);

export const JOURNALS = lines(`
  the Journal of Applied Ecology and Health, Annals of Coastal Science, the Northern Medical Review, Climate Letters,
  the European Archive of Nutrition, Proceedings in Sleep Research, Public Health Quarterly, Marine Biology Today`);

export const PLATFORMS = lines('X, Facebook, Telegram, Instagram, LinkedIn, Mastodon, TikTok, Bluesky, Twitter, Weibo');

export const MINISTRIES = lines(`
  the health ministry, the interior ministry, the foreign ministry, the defence ministry, the ministry of agriculture,
  the finance ministry, the Ministry of Transport, the education department, the environment agency, the port authority,
  the national weather service, the civil protection agency, the prosecutor’s office, the central bank`);
