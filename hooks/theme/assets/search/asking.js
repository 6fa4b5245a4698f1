// What kind of answer a question asks for, and which statements give one: a time, somebody, what may or must be done. Pure functions of data.

import { folded } from "../folded.js";

/**
 * How a question asks and how an answer tells, without accents. Months and years are in answers alone; of "who" it is the offices and bodies to
 * whom one can go.
 */
const KINDS = {
  en: {
    time: {
      asks: /\b(?:when|since|until|deadline|date|year|how (?:long|soon|often|quick|quickly|fast|old|recent|many (?:working )?(?:days|weeks|months|years|times)))\b/,
      tells: /\b(?:(?:19|20)\d\d|days?|weeks?|months?|years?|yearly|annual(?:ly)?|term of office|timely|prompt(?:ly)?|immediately|as soon as|regular(?:ly)?|periodic(?:ally)?|from time to time|date)\b/,
    },
    somebody: {
      asks: /\b(?:who|whom|whose|which (?:officer|body|person|committee))\b/,
      tells: /\b(?:clerk|manager|monitoring officer|chief executive|directors?|heads? of service|chair(?:man|men)?|mayor|leader|committees?|ombudsman|employer|employees of|responsible|accountable|consult|by the|staff are|contact)\b/,
    },
    leave: {
      asks: /^\W*(?:(?:am i|are (?:we|they)) allowed|is it (?:ok|okay|all right|right)|can|could|may|must|should|ought|do|does|have|has|is|are|need)\b/,
      tells: /\b(?:may|must|should|shall|will|can|cannot|not|avoid(?:ed)?|entitled|required|right|rights|permitted|expected)\b/,
    },
  },
  cy: {
    time: {
      asks: /\b(?:pryd|ers|tan|erbyn|dyddiad|blwyddyn|flwyddyn|faint o amser|(?:pa )?mor (?:hir|aml|amal|fuan|gyflym|hen|ddiweddar)|am faint|sawl (?:diwrnod|wythnos|mis|blwyddyn|gwaith)|faint o ddyddiau|terfyn amser)\b/,
      tells: /\b(?:(?:19|20)\d\d|diwrnod(?:au)?|ddiwrnod(?:au)?|dyddiau|ddyddiau|wythnos(?:au)?|mis|misoedd|blynyddoedd|flwyddyn|blwyddyn|flynedd|blynyddol|flynyddol|tymor|amserol|prydlon|brydlon|ar unwaith|cyn gynted|rheolaidd|o bryd i|dyddiad)\b/,
    },
    somebody: {
      asks: /\b(?:pwy|bwy|phwy|pa (?:swyddog|gorff|berson|bwyllgor))\b/,
      tells: /\b(?:clerc|chlerc|glerc|rheolwr|reolwr|swyddog monitro|prif weithredwr|cyfarwyddwyr|chyfarwyddwyr|pennaeth|benaethiaid|penaethiaid|cadeirydd|gadeirydd|chadeirydd|maer|faer|arweinydd|pwyllgor(?:au)?|bwyllgor(?:au)?|phwyllgor(?:au)?|ombwdsmon|cyflogwr|gyflogwr|cyfrifol|gyfrifol|atebol|ymgynghori|cyflogir)\b/,
    },
    leave: {
      asks: /^\W*(?:(?:a |ydi |ydy |yw hi|yw'n|oes (?:rhaid|hawl|angen))|alla|allaf|all|allwn|ga|gaf|gaiff|geith|gawn|ddylai|ddyla|ddylwn|ddylen|rhaid|caiff|oes|ydi|ydy|yw|fedra|fedr|gall)\b/,
      tells: /\b(?:dylai|ddylai|dylid|ddylid|rhaid|caiff|chaiff|gaiff|gall|all|ellir|gellir|ni|na|nid|peidio|osgoi|hosgoi|hawl|hawliau|disgwyl|disgwylir|gofyniad|ofynnol)\b/,
    },
  },
};
const NAMES = /** @type {const} */ (["time", "somebody", "leave"]);

/** @typedef {"time" | "somebody" | "leave"} Kind */

/** @returns {Kind[]} the kinds of answer that a query asks for: "how long" a time, "who" somebody, "may a councillor" whether it is allowed */
export const kindsAsked = (text, language) => kinds(text, language, "asks");

/** @returns {Kind[]} the kinds of answer that a statement gives */
export const kindsTold = (text, language) => kinds(text, language, "tells");

function kinds(text, language, how) {
  const plain = folded(text);
  return NAMES.filter((name) => KINDS[language][name][how].test(plain));
}
