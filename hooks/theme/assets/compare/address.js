// The comparison in the address, so that it can be sent to someone.

/** Councils that one page can hold side by side. */
export const MOST = 4;

/**
 * @typedef {{councils: string[], show: string, lacks: string, group: string, party: string, rows: string}} Wanted
 *   `councils` are slugs, each with a version (`conwy@2020-05-12`) where it is not the one in force; `rows` is `all` or
 *   `none` where a reader has unfolded or folded every topic
 */

/** @returns {Wanted} what an address asks for */
export function read(search) {
  const asked = new URLSearchParams(search);
  const slug = (name) => (asked.get(name) ?? "").trim();
  const councils = slug("councils").split(",").map((one) => one.trim()).filter(Boolean);
  return { councils: [...new Set(councils)], show: slug("show"), lacks: slug("lacks"), group: slug("group"), party: slug("party"), rows: slug("rows") };
}

/** @returns {string} the query of an address that asks for this, without what goes without saying */
export function written(wanted) {
  const entries = Object.entries({ ...wanted, councils: wanted.councils.join(",") }).filter(([, value]) => value);
  const query = entries.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%(2C|40)/g, decodeURIComponent)}`);
  return query.length ? `?${query.join("&")}` : "";
}
