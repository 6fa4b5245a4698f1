// Which wordings answer a query best, and the part of one that shows it. Pure functions of data.

/**
 * @typedef {import("./collection.js").Token} Token
 * @typedef {{words: Set<string>[], worth: number, topic?: string}} Alternative words in order, each by the heads that it may have,
 *   or else a topic; `worth` from 0 to 1
 * @typedef {{typed: string, alternatives: Alternative[], isPhrase?: boolean, rarity?: number}} Term what a part of a query may mean;
 *   a phrase has to stand there
 * @typedef {{start: number, end: number, place: number, terms: Map<number, number>}} Hit where a text has what a term means: which
 *   terms, each with its worth
 */

/**
 * What a word counts for by where it stands, and how much more one that stands again; how much a wording gains by words
 * that stand close together, by having all words of the query, by being about a topic that the query names, and loses by its length
 * or by being a heading alone; how much it gains by being on
 * what the query is likeliest about as a whole, less where that is not its principal topic, and by binding those who are the subject of
 * the query, or them with others, and by giving the kind of answer that is asked for; how much of the best answer's share of the query another must have to be shown. Settled by tests/search/queries.*.yml and asked.*.yml.
 */
export const WEIGHTS = { text: 1, meant: 1.4, also: 0.8, both: 0.6, heading: 1.2, context: 0.6, around: 0.6, topic: 0.5, again: 0.1, near: 0.1, coverage: 1, about: 0.5, bare: 0.8, length: 0.04, likely: 1, secondary: 0.8, subject: 0.2, shared: 0.1, time: 0.3, somebody: 0.05, leave: 0.15, worth: 0.15 };

/** @returns {number} how much a word that few wordings have tells, out of so many */
export const rarity = (having, all) => Math.log(1 + all / Math.max(1, having));

/** @returns {Hit[]} where a text has what the terms mean */
export function hits(words, terms) {
  const found = [];
  words.forEach((word, place) => {
    const meant = new Map();
    let last = place;
    terms.forEach((term, index) => {
      for (const { words: wanted, worth } of term.alternatives) {
        if (!standsAt(words, place, wanted) || worth <= (meant.get(index) ?? 0)) continue;
        meant.set(index, worth);
        last = Math.max(last, place + wanted.length - 1);
      }
    });
    if (meant.size) found.push({ start: word.start, end: words[last].end, place, terms: meant });
  });
  return found;
}

/** @returns {Hit[]} where a text ends as a phrase begins, which goes on in the next statement, or begins as one ends; the longest first */
export function edges(words, terms) {
  const parts = ({ words: wanted }) => [...wanted.keys()].reverse().flatMap((size) => [[words.length - size, wanted.slice(0, size)], [0, wanted.slice(-size)]]);
  const phrases = terms.flatMap(({ isPhrase, alternatives }) => (isPhrase ? alternatives : []));
  const found = phrases.flatMap(parts).filter(([place, part]) => standsAt(words, place, part));
  return found.map(([place, part]) => ({ start: words[place].start, end: words[place + part.length - 1].end, place, terms: new Map() }));
}

function standsAt(words, place, wanted) {
  return wanted.length > 0 && wanted.every((heads, index) => words[place + index]?.heads.some((head) => heads.has(head)));
}

/**
 * @param {import("./collection.js").Entry} entry a wording, read
 * @param {Term[]} terms
 * @param {{topics: Map<string, number>, side: string | null, asked: import("./asking.js").Kind[], isLoose?: boolean}} leaning what the query is about as a
 *   whole, who is its subject, what kind of answer it asks for, and whether a phrase may stand in the rest of a clause
 * @returns {{score: number, coverage: number}} coverage from 0 to 1: how much of the query it has; nothing where a phrase is not in it
 */
export function scored({ wording, fields, topics, told }, terms, leaning) {
  const found = Object.entries(fields).map(([field, words]) => [WEIGHTS[field], hits(words, terms), field]);
  const isOwn = (index) => found.some(([, inField, field]) => ["text", "heading"].includes(field) && inField.some((hit) => hit.terms.has(index)));
  const across = terms.map((term, index) => term.isPhrase && !isOwn(index) && goesOn(fields, term, leaning.isLoose));
  if (terms.some((term, index) => term.isPhrase && !isOwn(index) && !across[index])) return { score: 0, coverage: 0 };
  const whole = terms.reduce((sum, term) => sum + term.rarity, 0) || 1;
  let [score, covered, present] = [0, 0, 0];
  terms.forEach((term, index) => {
    const worths = found.map(([weight, inField]) => [weight, inField.map((hit) => hit.terms.get(index) ?? 0).filter(Boolean)]);
    const said = Math.max(across[index] ? WEIGHTS.text : 0, ...worths.flatMap(([weight, own]) => own.map((worth) => weight * worth)));
    const tagged = ofTopics(term, wording.topics ?? []);
    const best = Math.max(said, tagged) + WEIGHTS.both * Math.min(said, tagged);
    const again = worths.reduce((sum, [, own]) => sum + own.length, 0);
    if (!best) return;
    score += term.rarity * (best + WEIGHTS.again * Math.log1p(Math.max(0, again - 1)));
    covered += term.rarity * Math.min(1, best);
    present += term.rarity;
  });
  const inText = found.find(([, , field]) => field === "text")[1];
  const length = (fields.text.at(-1) ?? fields.heading.at(-1))?.end ?? 0;
  const close = WEIGHTS.near * nearness(inText, terms.length);
  const full = (covered / whole) ** WEIGHTS.coverage;
  const isAsked = topics.some((words) => words.length > 1 && isNamedBy(words, terms));
  const about = (isAsked ? 1 + WEIGHTS.about : 1) * (fields.text.length ? 1 : WEIGHTS.bare);
  const own = ((score / whole) * (1 + close) * full * about) / (1 + WEIGHTS.length * Math.log1p(length / 100));
  const leant = WEIGHTS.likely * likelihood(wording, leaning) * (fields.text.length ? 1 : WEIGHTS.bare);
  return { score: (own + leant) * bearing(wording, leaning) * answering(told, leaning), coverage: Math.max(present / whole, leant) };
}

/**
 * Whether a phrase begins or ends in a wording, and stands else in what governs it or in the rest of its clause; in that rest alone too,
 * if that is enough. Of a clause its first wording has all others after it.
 */
function goesOn(/** @type {Object<string, any>} */ { context, heading, text, around }, { alternatives }, isRestEnough) {
  return [[context, [...heading, ...text], around], [around, text, []]].some(([before, own, after]) => {
    const words = [...before, ...own, ...after];
    const isPartlyOwn = (place, { length }) => place + length > before.length && place < before.length + own.length;
    return words.some((_, place) => alternatives.some((one) => (isRestEnough || isPartlyOwn(place, one.words)) && standsAt(words, place, one.words)));
  });
}

/** From 0 to 1: how likely the query is about what a wording is on. */
function likelihood({ topics = [] }, leaning) {
  return Math.max(0, ...topics.map((topic, index) => (leaning.topics.get(topic) ?? 0) * (index ? WEIGHTS.secondary : 1)));
}

/** More than 1 where a wording binds those who are the subject of the query. */
const bearing = (/** @type {{party?: string}} */ { party }, { side }) => 1 + (side && party === side ? WEIGHTS.subject : side && party === "both" ? WEIGHTS.shared : 0);

/** More than 1 where a wording gives the kind of answer that is asked for. */
const answering = (told, { asked }) => asked.reduce((product, kind) => product * (told.includes(kind) ? 1 + WEIGHTS[kind] : 1), 1);

/** What a term counts for in a wording of some topics, the principal one first: nothing where it means none of them. */
function ofTopics({ alternatives }, /** @type {string[]} */ [principal, ...others]) {
  const weight = (topic) => (topic === principal ? WEIGHTS.meant : others.includes(topic) ? WEIGHTS.also : 0);
  return Math.max(0, ...alternatives.map(({ topic, worth }) => (topic ? weight(topic) * worth : 0)));
}

/** Whether a query has every telling word of a topic's name. */
function isNamedBy(words, terms) {
  return words.every(({ heads }) => terms.some(({ alternatives }) => alternatives.some(({ words: [first] }) => heads.some((head) => first?.has(head)))));
}

/** From 0 to 1: how close together the words of the query stand, where a text has two of them or more. */
function nearness(found, count) {
  const present = new Set(found.flatMap((hit) => [...hit.terms.keys()])).size;
  if (present < 2) return 0;
  let least = Infinity;
  found.forEach((first, index) => {
    const seen = new Set();
    for (const hit of found.slice(index)) {
      for (const term of hit.terms.keys()) seen.add(term);
      if (seen.size === present) {
        least = Math.min(least, hit.place - first.place);
        break;
      }
    }
  });
  return (present / count) * ((present - 1) / Math.max(least, present - 1)) ** 0.5;
}

/**
 * @param {string} text
 * @param {Hit[]} found
 * @param {number} longest
 * @returns {{text: string, isMarked: boolean}[]} the part of it with the most words of the query, each marked as it stands
 */
export function excerpt(text, found, longest = 220) {
  const [from, to] = span(text, found, longest);
  const pieces = [];
  let at = from;
  for (const hit of found.filter((one) => one.start >= from && one.end <= to)) {
    if (hit.start < at) continue; // inside a phrase that is marked already
    pieces.push({ text: text.slice(at, hit.start), isMarked: false }, { text: text.slice(hit.start, hit.end), isMarked: true });
    at = hit.end;
  }
  pieces.push({ text: text.slice(at, to), isMarked: false });
  if (from > 0) pieces.unshift({ text: "… ", isMarked: false });
  if (to < text.length) pieces.push({ text: " …", isMarked: false });
  return pieces.filter((piece) => piece.text);
}

/** The beginning and the end of an excerpt, at words. */
function span(text, found, longest) {
  if (text.length <= longest) return [0, text.length];
  const terms = (start) => new Set(found.filter((hit) => hit.start >= start && hit.end <= start + longest - 30).flatMap((hit) => [...hit.terms.keys()]));
  const best = found.reduce((chosen, hit) => (terms(hit.start).size > terms(chosen).size ? hit.start : chosen), found[0]?.start ?? 0);
  const start = Math.min(Math.max(0, best - 30), text.length - longest);
  const from = start ? text.indexOf(" ", start) + 1 : 0;
  const last = text.lastIndexOf(" ", from + longest);
  return [from, from + longest >= text.length ? text.length : Math.max(last, from + 1)];
}
