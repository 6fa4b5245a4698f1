// The files of the search, each fetched when it is first needed and kept as long as the page.

/** A file could not be read; `isOld` where the browser cannot unpack any. */
class Unreadable extends Error {
  constructor(url, reason, isOld = false) {
    super(`${url}: ${reason}`);
    this.isOld = isOld;
  }
}

/** @returns {Promise<string>} the text of a file that is packed */
async function unpacked(url) {
  if (typeof DecompressionStream === "undefined") throw new Unreadable(url, "no DecompressionStream", true);
  const answer = await fetched(url);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

async function fetched(url) {
  const answer = await fetch(url).catch((error) => Promise.reject(new Unreadable(url, error.message)));
  if (!answer.ok) throw new Unreadable(url, answer.status);
  return answer;
}

/**
 * @param {string} base the address of the folder search/ of a language, with a slash at its end
 * @returns {SearchFiles}
 */
export function store(base) {
  const kept = new Map();
  const once = (path, get) => {
    if (!kept.has(path)) kept.set(path, get().catch((error) => (kept.delete(path), Promise.reject(error))));
    return kept.get(path);
  };
  return {
    json: (path) => once(path, async () => JSON.parse(await unpacked(base + path))),
  };
}
