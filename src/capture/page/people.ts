/** Names of authors as metadata gives them. */
import { joinNames, partNames, readByline, sameWords } from '../furniture/index.ts';

/** Not names of people or agencies: addresses, accounts, what systems fill in. */
const NO_NAME = /[/@<>{}\d]|https?:|\.(?:com|org|net)\b/i;
const FILLED_IN =
  /^(?:admin|administrator|editor|editors|webmaster|null|undefined|n\/a|(?:super |root )?user|guest|none|anonymous|staff(?: (?:reports?|writers?|reporters?))?|news ?desk|newsroom|web (?:desk|team|editor))$/i;
/** What an account is called: "webeditor", "ana_k". */
const ACCOUNT = /^[\p{Ll}\d_.-]+$/u;
/** An outlet in capitals that runs on from a name: "Tom Reed NORTA TODAY". */
const OUTLET_AFTER = /(?<=\p{Ll})(?: (?!III$)\p{Lu}{3,})+$/u;
/** Addresses and remarks beside names: "Ana Kessler akessler@paper.example", "Tom Reed (now)". */
const BESIDE = /\S{1,64}@\S{1,200}|\([^()]{0,40}\)/gu;

/**
 * Names alone, without labels, roles, outlets and addresses.
 *
 * @param outlet the page's own outlet, which is no author
 * @returns the names as people join them, or null when there are none
 */
export function plainNames(values: readonly string[], outlet: string | null): string | null {
  const names = values.flatMap((value) => {
    // A full stop parts a name from what follows, but not an initial from the name.
    const plain = value.slice(0, 300).replace(BESIDE, ' ').replace(/\s+/g, ' ').trim();
    const list = (readByline(plain)?.names ?? plain.slice(0, 200)).replace(
      /(?<=\p{Ll}{3})\. (?=\p{Lu})|\|| \/ /gu,
      ', ',
    );
    const names = partNames(list).names.map((name) => name.replace(OUTLET_AFTER, ''));
    return names.filter((name) => {
      const real =
        name.length <= 80 && /\p{L}/u.test(name) && !NO_NAME.test(name) && !FILLED_IN.test(name) && !ACCOUNT.test(name);
      return real && !(outlet && sameWords(name, outlet));
    });
  });
  return names.length ? joinNames([...new Set(names)]) : null;
}
