// What has been typed and not saved, kept in the browser. A draft belongs to the tab in which it was typed and outlives
// its reload. That of a tab which has been closed goes to the first that opens its unit.

const TAB = "edit tab";
const PATIENCE = 1000;

/** The name of this tab, asked for once: a page holds it, and could not hold it a second time. */
let own = null;

/** The drafts of this tab for the units of a protocol, once it is known which tab it is. */
export async function draftsOf(council, version) {
  const tab = await (own ??= nameOfTab());
  let others = await openTabs();
  const keyOf = (owner, unit) => `edit ${owner} ${council} ${version} ${unit}`;

  /** The key of a unit's draft that was typed in a tab which is no longer there. */
  function left(unit) {
    const isLeft = (key) => key.startsWith("edit ") && key === keyOf(key.split(" ")[1], unit);
    return Object.keys(localStorage).find((key) => isLeft(key) && !others.has(key.split(" ")[1]));
  }

  return {
    has: (unit) => localStorage.getItem(keyOf(tab, unit)) !== null || left(unit) !== undefined,
    get: (unit) => JSON.parse(localStorage.getItem(keyOf(tab, unit))),
    set: (unit, draft) => localStorage.setItem(keyOf(tab, unit), JSON.stringify(draft)),
    forget: (unit) => localStorage.removeItem(keyOf(tab, unit)),

    /** The units of which something is kept, typed in this tab or in one that is no longer there. */
    units() {
      const keys = Object.keys(localStorage).map((key) => key.split(" "));
      const isOurs = ([kind, owner, of, at]) =>
        kind === "edit" && of === council && at === version && (owner === tab || !others.has(owner));
      return [...new Set(keys.filter(isOurs).map((key) => key.slice(4).join(" ")))];
    },

    /** Takes over what a closed tab has left of a unit. One that is only being reloaded is back after a moment. */
    async takeOver(unit) {
      if (localStorage.getItem(keyOf(tab, unit)) !== null || !left(unit)) return;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      others = await openTabs();
      const key = left(unit);
      if (!key) return;
      localStorage.setItem(keyOf(tab, unit), localStorage.getItem(key));
      localStorage.removeItem(key);
    },
  };
}

/** The name of this tab, held as long as the page stands. A tab that is the double of another gets one of its own. */
async function nameOfTab() {
  const kept = sessionStorage.getItem(TAB);
  if (kept && (await hold(kept))) return kept;
  const name = crypto.randomUUID();
  sessionStorage.setItem(TAB, name);
  await hold(name);
  return name;
}

/** Holds a name until the page goes; false where another page holds it, and does not let it go. */
function hold(name) {
  return new Promise((resolve) => {
    const holding = () => {
      resolve(true);
      return new Promise(() => {});
    };
    const signal = AbortSignal.timeout(PATIENCE);
    navigator.locks.request(`${TAB} ${name}`, { signal }, holding).catch(() => resolve(false));
  });
}

async function openTabs() {
  const { held } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name.split(" ").pop()));
}
