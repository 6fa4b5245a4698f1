// The words of the interface for scripts: the entries of words.yml for one language, with their plurals.

/**
 * @param {Object<string, string | Object<string, string>>} entries by key; one sentence, or one a plural category (or `=0`)
 * @param {string} language
 * @returns {(key: string, values?: Object<string, string | number>) => string} the words of an entry with its
 *   values put in; `n` chooses the plural
 */
export function words(entries, language) {
  // Both are dear to make, and many pages need neither.
  let plural = null;
  let written = null;
  const category = (n) => (plural ??= new Intl.PluralRules(language)).select(n);
  // Welsh writes numbers as English does; a browser without Welsh would write them as its own language does.
  const format = (number) => (written ??= new Intl.NumberFormat("en-GB")).format(number);
  const put = (value) => (typeof value === "number" && !(Number.isInteger(value) && value >= 0 && value < 1000) ? format(value) : value);
  return (key, values = {}) => {
    const entry = entries[key];
    if (entry === undefined) throw new Error(`no words for ${key}`);
    const sentence = typeof entry === "string" ? entry : (entry[`=${values.n}`] ?? entry[category(Number(values.n ?? 0))] ?? entry.other);
    return sentence.replace(/\{(\w+)\}/g, (_, name) => put(values[name]));
  };
}
