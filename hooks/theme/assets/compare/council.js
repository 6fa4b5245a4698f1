// What was fetched, made into what is compared: see protocolau/render/comparison_file.py and comparison_data.py.

const LANGUAGES = ["en", "cy"];

/**
 * @typedef {{anchor: string, label: string, text: string, leadsBelow: boolean}} Line a heading, or what leads into a list or a table; only
 *   of the latter have an anchor, and the words with which a sentence begins, which lead into nothing below it
 * @typedef {{anchor: string, label: string, context: string, above: number[], led?: Object<string, string>, said: Object<string, string | null>,
 *   heads: Object<string, string>, text: string, language?: string, topics: string[], by: string[], to: string[],
 *   side: string | null}} Statement
 *   `said`: its words by language; `text`: those that are shown, in `language` where that is not the page's; `heads`:
 *   what names its row, where it is a cell; `above`: the lines above it, by their places; `led`: the words of those that lead in
 * @typedef {{council: string, version: string, inForce: boolean, name: string, short: string, label: string,
 *   adoptedIn: string, alike: boolean, state: string, standing: string,
 *   versions?: [slug: string, label: string][], statements: Statement[], lines: Partial<Statement>[]}} Council a version
 *   of a council's protocol, with those that can be compared in its place
 */

/** Whether more than the English file is needed of a council to compare it on the pages of a language. */
export const needsWelsh = (file, language) => language === "cy" || file.adoptedIn === "cy" || file.alike;

/**
 * @param {{en: ComparedVersion, cy?: ComparedWords}} files by language; the English one says what is the same in all
 * @param {string} language that of the page
 * @returns {Council}
 */
export function councilOf(files, language) {
  const all = files.en;
  const { name, short, label, state, standing, versions } = files[language];
  const column = (key, place) => ({ en: all[key][place] ?? null, cy: files.cy?.[key][place] ?? null });
  const shown = (said) => said[language] ?? said[LANGUAGES.find((one) => said[one] !== null)] ?? "";
  const foreign = (said) => (said[language] === null ? LANGUAGES.find((one) => said[one] !== null) : undefined);
  const words = (said) => ({ said, text: shown(said), language: foreign(said) });
  const lines = all.leadAnchors.map((anchor, place) => ({
    anchor,
    label: files[language].leadLabels[place] || anchor,
    leadsBelow: files[language].leadLabels[place] !== null,
    heads: {},
    by: [],
    to: [],
    ...words(column("lines", place)),
  }));
  const contexts = all.above.map((places) => places.map((place) => lines[place].text).filter(Boolean).join(" › "));
  const leads = all.above.map((places) => ledIn(places.map((place) => lines[place]).filter((line) => line.anchor)));
  const statements = all.anchors.map((anchor, place) => {
    const [by, to, side] = all.parties[all.partiesOf[place]];
    return {
      anchor,
      label: files[language].labels[place] || anchor,
      context: contexts[all.aboveOf[place]],
      above: all.above[all.aboveOf[place]],
      led: leads[all.aboveOf[place]],
      heads: column("heads", place),
      topics: all.topicsOf[place].map((topic) => all.topics[topic]),
      by,
      to,
      side,
      ...words(column("texts", place)),
    };
  });
  return { ...all, name, short, label, state, standing, versions, statements, lines };
}

/** What leads in, by language, where it has words in it. */
const ledIn = (lines) => Object.fromEntries(LANGUAGES.map((language) => [language, lines.map(({ said }) => said[language] ?? "").join(" ")]));

/**
 * What the page says to its script, with the names of parties by the phrases that stand for them, for each language.
 * @param {ComparePage} said
 */
export function settingOf(said) {
  const names = Object.fromEntries(Object.entries(said.names).map(([language, parties]) => [language, phrasesOf(parties)]));
  const topic = ([slug, name, expected]) => ({ slug, name, expected: Boolean(expected) });
  return { ...said, names, groups: said.groups.map((group) => ({ ...group, topics: group.topics.map(topic) })) };
}

function phrasesOf(parties) {
  const phrases = new Map();
  for (const [party, names] of Object.entries(parties)) {
    for (const name of names.split(";")) {
      const [beginning, ...others] = name.split("|");
      const rest = others.pop() ?? "";
      for (const other of others.length ? others : [beginning]) phrases.set(other + rest, [party, beginning + rest]);
    }
  }
  return phrases;
}

/** @param {Response} answer @returns {Promise<any>} what a packed file says */
export const unpacked = (answer) => new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
