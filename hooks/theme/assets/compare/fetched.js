// What is fetched of councils, each file once.

import { prepare } from "./comparison.js";
import { councilOf, needsWelsh, unpacked } from "./council.js";

/**
 * @param {{root: string, site: string, setting: Object}} where `root` leads to the pages of the language, `site` to those
 *   in English
 * @returns {{council: (entry: string) => Promise<Object | null>, councils: () => Promise<Array>}} a council by its entry
 *   in the address, null where there is none of that name; and every council, for the choice. What could not be fetched
 *   is asked for again the next time.
 */
export function fetching({ root, site, setting }) {
  const { language } = setting;
  const roots = { en: site, cy: `${site}cy/` };
  const known = new Map();

  async function load(entry) {
    const [slug, version] = entry.split("@");
    if (![slug, version ?? "x"].every((name) => /^[a-z0-9-]+$/.test(name))) return null;
    const own = `councils/${slug}/`;
    const base = version ? `${own}${version}/` : own;
    let found = await texts(own);
    const versions = found?.versions;
    // the texts of other versions than the one that is shown lie beside their own pages
    if (version && found?.version !== version) found = await texts(base);
    if (!found) return null;
    prepare(found, setting);
    const title = found.inForce && !version ? found.short : `${found.short}, ${found.label}`;
    return { ...found, versions, entry, title, address: `${root}${base}` };
  }

  /** A version by the folder of its texts; those in Welsh are asked for at once where they are sure to be needed. */
  async function texts(folder) {
    const files = { en: file("en", folder), cy: language === "cy" ? file("cy", folder) : null };
    const en = await files.en;
    if (!en) return null;
    const cy = needsWelsh(en, language) ? await (files.cy ?? file("cy", folder)) : undefined;
    return councilOf({ en, cy }, language);
  }

  async function file(of, folder) {
    const answer = await fetch(`${roots[of]}${folder}comparison.packed`);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(String(answer.status));
    return unpacked(answer);
  }

  const once = (entry, fetched) => {
    if (!known.has(entry)) {
      known.set(entry, fetched());
      known.get(entry).catch(() => known.delete(entry));
    }
    return known.get(entry);
  };
  const list = () => fetch(`${root}compare/councils.json`).then((answer) => answer.json());
  return { council: (entry) => once(entry, () => load(entry)), councils: () => once("", list) };
}
