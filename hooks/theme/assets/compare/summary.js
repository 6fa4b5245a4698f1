// What is said of a comparison as a whole, above its rows and below them.

import { h } from "../elements.js";
import { commonLanguage, summed } from "./comparison.js";

/**
 * The answer in a few sentences: of how many topics who speaks, and what the rows are.
 *
 * @param {import("./comparison.js").Topic[]} topics
 * @param {Object[]} shown councils, each with its `title`
 * @param {{t: Function, groups: Object[]}} setting
 * @returns {string}
 */
export function sentence(topics, shown, { t, groups }) {
  const total = groups.reduce((sum, group) => sum + group.topics.length, 0);
  const sum = summed(topics, total, shown.length);
  const n = shown.length;
  const all = n === 2 ? t("compare.sum.both", { n: sum.all, total }) : t("compare.sum.all", { n: sum.all, total, councils: n });
  const alone = shown.map((one, place) => t("compare.sum.alone", { council: one.title, n: sum.alone[place] }));
  const some = n > 2 ? t("compare.sum.some", { n: sum.some }) : "";
  const { same, nearly, language, differs, other, also, only } = sum.rows;
  const beside = t("compare.sum.rows", { n: same + nearly + differs + other, same, nearly, differs, other });
  const apart = language ? t("compare.sum.language", { n: language }) : "";
  return [all, ...alone, some, t("compare.sum.none", { n: sum.none }), beside, apart, t("compare.sum.lone", { n: also + only })].filter(Boolean).join(" ");
}

/** How the versions stand that do not surely apply, and in whose words the comparison is made, where they are not the councils' own. */
export function notices(shown, t) {
  const translated = shown.filter((one) => !["adopted", "missing", "exists"].includes(one.state));
  const [missing, elsewhere] = ["missing", "exists"].map((state) => shown.filter((one) => one.state === state));
  const areMixed = !commonLanguage(shown);
  const titles = (list) => list.map((one) => one.title).join(", ");
  const lapsed = shown.filter((one) => one.standing).map((one) => `${one.title} (${one.standing})`);
  return [
    lapsed.length ? t("compare.standing", { councils: lapsed.join("; ") }) : "",
    translated.length && !areMixed ? t("compare.translated", { councils: titles(translated) }) : "",
    translated.length && areMixed ? t("compare.translated.too", { councils: titles(translated) }) : "",
    areMixed ? t("compare.languages") : "",
    missing.length ? t("compare.untranslated", { councils: titles(missing) }) : "",
    elsewhere.length ? t("compare.not_held", { councils: titles(elsewhere) }) : "",
  ].filter(Boolean).join(" ");
}

/** The topics on which all of the chosen are silent, by name. */
export function silent(topics, { t, groups, root }) {
  const spoken = new Set(topics.map((topic) => topic.slug));
  const links = groups
    .flatMap((group) => group.topics)
    .filter((topic) => topic.expected && !spoken.has(topic.slug))
    .map((topic) => h("li", {}, h("a", { href: `${root}topics/${topic.slug}/` }, topic.name)));
  return links.length ? [h("h2", {}, t("compare.silent.all")), h("ul", { class: "topic-list" }, links)] : [];
}
