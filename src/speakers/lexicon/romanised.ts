/** Syllables and family names of Chinese, Korean and Vietnamese in Latin letters; general knowledge, without tones. */

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** The syllables of Mandarin in pinyin; "ü" is written "u" as newspapers do. */
export const PINYIN: ReadonlySet<string> = new Set(
  words(`
  a ai an ang ao e ei en er o ou
  ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
  pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
  ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
  fa fan fang fei fen feng fo fou fu
  da dai dan dang dao de dei deng di dian diao die ding diu dong dou du duan dui dun duo
  ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
  na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo
  la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu luan lue lun luo
  ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
  ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo
  ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
  ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
  qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
  xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
  zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuan zhuang zhui zhun zhuo
  cha chai chan chang chao che chen cheng chi chong chou chu chuai chuan chuang chui chun chuo
  sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo
  ran rang rao re ren reng ri rong rou ru ruan rui run ruo
  za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo
  ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo
  sa sai san sang sao se sen seng si song sou su suan sui sun suo
  ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun
  wa wai wan wang wei wen weng wo wu
`),
);

/** Family names of Mandarin speakers in pinyin. */
export const CHINESE_FAMILIES: ReadonlySet<string> = new Set(
  words(`
  wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu
  dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan
  fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin
  chang qiao lai gong wen pang lan fei ni tao mo an qi geng mu hong bao zuo ji cong qu rong ai
`),
);

/** Family names of Cantonese, Hokkien and Hakka speakers as they write them. */
export const SOUTHERN_FAMILIES: ReadonlySet<string> = new Set(
  words(`
  wong chan leung cheung lam ho ng lau cheng tse yeung chow kwok tang lo so mak chiu fung tsang yip kwan tam lui poon
  wan siu choi au yuen chu tsui hui kwong hung law lai lee lim tan goh ong teo koh chua chia sim
`),
);

/** Family names of Korea in their many spellings; the forms of a line are one name. */
const KOREAN = `
  lee yi rhee ri li rhie
  park pak bak bahk
  kim gim
  choi choe chey choy
  jung jeong chung chong cheong
  kang gang
  yoon yun
  noh roh no ro
  ryu yoo yu you ryoo lyu
  lim im rim yim
  shin sin
  cho jo
  oh o
  ahn an
  kwon gwon
  han
  seo suh so
  hwang whang
  moon mun
  bae pae
  baek paik paek back
  heo hur huh
  nam
  son sohn
  ha hah
  jeon chun jun chon
  koo gu ku
  min
  jang chang
  kwak gwak
  sung seong
  cha
  joo ju chu
  woo u wu
  na ra
  chae
  won
  um eom
  bang pang
  kong gong
  hyun hyeon
  ham
  pyo
  yang
  byun byeon
`;

/** Spelling of a Korean family name → the spelling that stands for all. */
export const KOREAN_FAMILIES: ReadonlyMap<string, string> = new Map(
  KOREAN.trim()
    .split('\n')
    .flatMap((line) => {
      const forms = words(line);
      return forms.map((form) => [form, forms[0]!] as const);
    }),
);

/** Family names of Vietnam, without marks. */
export const VIETNAMESE_FAMILIES: ReadonlySet<string> = new Set(
  words('nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong trinh mai dao cao ta'),
);
