// What is sought within one council: all its statements, and a clause of it by its number.

import { anchorAmong } from "../clause.js";
import { Collection } from "./collection.js";
import { nameOf } from "./meaning.js";
import { result } from "./result.js";

/** With no more councils than this a bare number is looked for in each. */
const ASKED_FOR_A_NUMBER = 6;

/** @returns {Promise<Collection>} every statement of a council */
export async function ofCouncil(at, slug) {
  if (!at.councils.has(slug)) {
    const name = await nameOf(at, slug);
    const records = await at.files.json(`councils/${slug}`);
    const wordings = records.map(({ at: [anchor, label, document], ...wording }) => ({ ...wording, places: [[document, anchor, label, name, "", ""]] }));
    at.councils.set(slug, new Collection(at.reading).add(wordings));
  }
  return at.councils.get(slug);
}

/** @returns {Promise<object[]>} the clause of a number and what stands below it: in the councils that are named, or in each where they are few */
export async function clausesOf(at, { anchor, inside }) {
  if (!anchor) return [];
  const all = at.data.names.includes("all") ? await at.files.json("names/all") : [];
  const asked = inside.length ? inside.map(({ slug }) => slug) : all.length <= ASKED_FOR_A_NUMBER ? all.map(([slug]) => slug) : [];
  const found = await Promise.all(asked.map((slug) => clausesIn(at, slug, anchor, inside.length > 0)));
  return found.flat();
}

/** The clause of that number, any other that is printed with the same, and the items of each. */
async function clausesIn(at, slug, anchor, withItems) {
  const wordings = (await ofCouncil(at, slug)).withAny([]).map(({ wording }) => wording);
  const found = anchorAmong(anchor, wordings.map(anchorOf));
  if (!found) return [];
  const own = new RegExp(`^${escaped(found)}(-\\d+)?${withItems ? "(\\..+)?" : ""}$`);
  return [...wholeClauses(wordings.filter((one) => own.test(anchorOf(one)))).values()].map((wording) => result(wording, { score: Infinity }));
}

const anchorOf = ({ places: [[, anchor]] }) => anchor;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The statements of each clause in one. */
function wholeClauses(wordings) {
  const whole = new Map();
  for (const one of wordings) {
    const [document, anchor] = one.places[0];
    const before = whole.get(`${document}#${anchor}`);
    whole.set(`${document}#${anchor}`, { ...(before ?? one), text: [before?.text, one.text].filter(Boolean).join(" ") });
  }
  return whole;
}
