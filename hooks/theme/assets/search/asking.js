// What kind of answer a question asks for, and which statements give one: a time, somebody, what may or must be done. Pure functions of data.

import { folded } from "../folded.js";

/**
 * How a question asks and how an answer tells, without accents. Months and years are in answers alone; of "who" it is the offices and bodies to
 * whom one can go.
 */
const KINDS = {
  en: {
    time: {
      asks: /\b(?:when|since|until|deadline|date|year|how (?:long|soon|often|quick(?:ly)?|fast|old|recent|many (?:working )?(?:day|week|month|year|time)s))\b/,
      tells: /\b(?:(?:19|20)\d\d|(?:day|week|month|year)s?|yearly|annual(?:ly)?|term of office|timely|prompt(?:ly)?|immediately|as soon as|regular(?:ly)?|periodic(?:ally)?|from time to time|date)\b/,
    },
    somebody: {
      asks: /\b(?:who(?:m|se)?|which (?:officer|body|person|committee))\b/,
      tells: /\b(?:clerk|manager|monitoring officer|chief executive|directors?|heads? of service|chair(?:man|men)?|mayor|leader|committees?|ombudsman|employer|employees of|responsible|accountable|consult|by the|staff are|contact)\b/,
    },
    leave: {
      asks: /^\W*(?:am i allowed|can|could|may|must|should|ought|do(?:es)?|have|has|is|are|need)\b/,
      tells: /\b(?:may|must|should|shall|will|can|cannot|not|avoid(?:ed)?|entitled|required|rights?|permitted|expected)\b/,
    },
  },
  cy: {
    time: {
      asks: /\b(?:pryd|ers|tan|erbyn|dyddiad|[bf]lwyddyn|faint o amser|(?:pa )?mor (?:hir|aml|amal|fuan|gyflym|hen|ddiweddar)|am faint|sawl (?:diwrnod|wythnos|mis|blwyddyn|gwaith)|faint o ddyddiau|terfyn amser)\b/,
      tells: /\b(?:(?:19|20)\d\d|dd?iwrnod(?:au)?|dd?yddiau|wythnos(?:au)?|mis(?:oedd)?|blynyddoedd|[bf]lwyddyn|flynedd|[bf]lynyddol|tymor|amserol|[bp]rydlon|ar unwaith|cyn gynted|rheolaidd|o bryd i|dyddiad)\b/,
    },
    somebody: {
      asks: /\b(?:(?:ph?|b)wy|pa (?:swyddog|gorff|berson|bwyllgor))\b/,
      tells: /\b(?:(?:ch?|g)lerc|rh?eolwr|swyddog monitro|prif weithredwr|ch?yfarwyddwyr|pennaeth|[bp]enaethiaid|(?:ch?|g)adeirydd|[mf]aer|arweinydd|(?:ph?|b)wyllgor(?:au)?|ombwdsmon|[cg]yflogwr|[cg]yfrifol|atebol|ymgynghori|cyflogir)\b/,
    },
    leave: {
      asks: /^\W*(?:a |all(?:af?|wn)?|gaf?|gaiff|geith|gawn|ddyl(?:ai?|wn|en)|rhaid|caiff|oes|ydi|ydy|yw|fedra?|gall)\b/,
      tells: /\b(?:dd?yl(?:ai|id)|rhaid|(?:ch?|g)aiff|g?all|g?ellir|ni|na|nid|peidio|h?osgoi|hawl(?:iau)?|disgwyl(?:ir)?|gofyniad|ofynnol)\b/,
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
