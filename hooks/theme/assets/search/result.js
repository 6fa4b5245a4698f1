// A result: a wording with the places where it stands, as far as they are asked for. Pure functions of data.

/**
 * @typedef {{council?: string, kind?: string, nation?: string, topic?: string, party?: string, isUnwanted?: (wording: import("./collection.js").Wording, slug: string) => boolean}} Filters
 *   slugs, and what is not to be found
 * @typedef {{slug: string, anchor: string, label: string, name: string}} Place `slug` is where the document stands below councils/
 * @typedef {{clause: import("./collection.js").Wording, places: Place[], count: number, nearly: number, rest?: [number, number], score: number, coverage?: number, local?: string, filters?: Filters}}
 *   Result `count` places use these words, of which `places` are some, and `nearly` nearly these; `rest` names the file of all; `local` is the council, where one is named
 */

/** @returns {import("./collection.js").PackedPlace[]} the places of a wording that fit; none where the wording itself does not */
export function fitting(wording, filters) {
  const { topics, party, places } = wording;
  const isMeant = (!filters.topic || topics?.includes(filters.topic)) && (!filters.party || (party ?? "none") === filters.party);
  return isMeant ? places.filter(([slug, , , , ...group]) => isIn(group, filters) && !filters.isUnwanted?.(wording, slug)) : [];
}

/** Whether what is of a kind of council and of a nation fits. */
export const isIn = (/** @type {any[]} */ [kind, nation], filters) => (!filters.kind || kind === filters.kind) && (!filters.nation || nation === filters.nation);

/** @returns {Result} */
export function result(wording, { score = 1, coverage = 1 }, places = wording.places, filters = {}) {
  const count = (wording.counts ?? []).filter((one) => isIn(one, filters)).reduce((sum, [, , n]) => sum + n, 0) || places.length;
  return { clause: wording, places: places.map(place), count, nearly: wording.nearly ?? 0, rest: wording.rest, score, coverage };
}

/** @type {(packed: import("./collection.js").PackedPlace) => Place} */
export const place = ([slug, anchor, label, name]) => ({ slug, anchor, label, name });

/** @returns {Result[]} those of which no other has every place: of several statements of a clause the best stands for it */
export function withoutRepeated(found) {
  const seen = new Set();
  const at = ({ slug, anchor }) => `${slug}#${anchor}`;
  return found.filter(({ places }) => {
    const isNew = places.some((one) => !seen.has(at(one)));
    for (const one of places) seen.add(at(one));
    return isNew;
  });
}
