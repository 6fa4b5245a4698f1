// The files of the search, each fetched when it is first needed and kept as long as the page.

/** @returns {Promise<string>} the text of a file that is packed */
async function unpacked(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** @param {string} base the address of the folder search/ of a language, with a slash at its end */
export function store(base) {
  const kept = new Map();
  const once = (path, get) => {
    if (!kept.has(path)) kept.set(path, get().catch((error) => (kept.delete(path), Promise.reject(error))));
    return kept.get(path);
  };
  return {
    base,
    data: () => once("data.json", async () => (await fetch(`${base}data.json`)).json()),
    text: (path) => once(path, () => unpacked(base + path)),
    json: (path) => once(path, async () => JSON.parse(await unpacked(base + path))),
    engine: () => once("engine", () => engine(base)),
  };
}

/** Pagefind, asked for one word at a time: which bundles have it, each with how well it fits. */
async function engine(base) {
  const { createInstance } = await import(`${base}index/pagefind.js`);
  // A worker would have to be fetched as well; a question takes this thread less than a millisecond.
  const instance = createInstance({ basePath: `${base}index/`, noWorker: true });
  await instance.init();
  const known = new Map();
  const ask = async (word) => {
    const { results } = await instance.search(`"${word}"`);
    const most = Math.max(...results.map(({ score }) => score), 1e-9);
    return new Map(results.map(({ id, score }) => [id, score / most]));
  };
  return { having: (word) => known.get(word) ?? known.set(word, ask(word)).get(word) };
}
