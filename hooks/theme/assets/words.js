// The words of the interface for scripts: the entries of words.yml for one language, with their plurals.

/**
 * @param {Object<string, string | Object<string, string>>} entries by key; one sentence, or one a plural category (or `=0`)
 * @param {string} language
 * @returns {(key: string, values?: Object<string, string | number>) => string} the words of an entry with its
 *   values put in; `n` chooses the plural
 */
export function words(entries, language) {
  const plural = new Intl.PluralRules(language);
  // Welsh writes numbers as English does; a browser without Welsh would write them as its own language does.
  const written = new Intl.NumberFormat("en-GB");
  const put = (value) => (typeof value === "number" ? written.format(value) : value);
  return (key, values = {}) => {
    const entry = entries[key];
    if (entry === undefined) throw new Error(`no words for ${key}`);
    const sentence = typeof entry === "string" ? entry : (entry[`=${values.n}`] ?? entry[plural.select(Number(values.n ?? 0))] ?? entry.other);
    return sentence.replace(/\{(\w+)\}/g, (_, name) => put(values[name]));
  };
}
