/** What stands around the name of a medium where an article says that something was said there. The names: `src/text/media.ts`. */

const words = (list: string): Set<string> => new Set(list.split(' '));

/** What an article calls a medium. "agency" counts only after "news", "press" and the like, see `AGENCY_KINDS`. */
export const KINDS = words(
  'newspaper daily tabloid broadsheet paper magazine weekly broadcaster channel station network newswire outlet website ' +
    'site portal podcast show programme program radio television tv journal newsletter blog magazines newspapers',
);
export const AGENCY_KINDS = words('news press wire information telegraph');
/** Whom a medium employs: "Fox News host …", "CNN correspondent …". */
export const STAFF = words(
  'host hosts co-host cohost anchor anchors anchorman anchorwoman correspondent reporter reporters journalist journalists columnist editor ' +
    'editors moderator presenter interviewer commentator contributor analyst producer photographer writer blogger pundit publisher founder ' +
    'Host Anchor Correspondent Reporter Journalist Columnist Editor Moderator Presenter Senior Chief',
);

export const DETERMINERS = words('the a an his her its their our my this that another');
/** Nouns for where things are said or written, after a name or before "with", "to", "on" and a name. */
export const EVENTS = words(
  'interview interviews appearance statement email emails mail message messages comment comments remarks remark op column essay article piece ' +
    'editorial commentary post posts posting postings video videos tweet tweets blog letter segment call conversation chat discussion ' +
    'page account feed livestream thread broadcast edition episode issue installment town debate forum event events q&a sit meeting podcast correspondence exchange profile briefing story stream',
);
/** Of those, the ones that name a document of the outlet rather than an act of the speaker when a paper's name precedes. */
export const NOT_OF_OUTLET = words(
  'story profile comment comments remarks remark letter statement call exchange conversation discussion email emails mail message messages account',
);
export const PARTICLES = words('della de la le les di del der die das für do da du des y al el');
export const PROGRAMME_SMALL = words('the of with on in and to for a & at your');
export const PROGRAMME_WORDS = words(
  'Morning Tonight Nation Week Hour Show Live Today Night Talk Question Questions Union Report File Files Record News Desk Room Brief Politics ' +
    'World Factor Beat Hardball Lead Daily Sunday Newsroom Newsnight Panorama Press',
);
export const CALLED_BY_STAFF = words('host anchor correspondent reporter journalist columnist');
