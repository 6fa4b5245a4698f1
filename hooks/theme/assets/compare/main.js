// /compare/: the choice, the address, and what is shown of them.

import { h } from "../elements.js";
import { stillHere } from "../focus.js";
import { words } from "../words.js";
import { MOST, read, written } from "./address.js";
import { compare, filtered } from "./comparison.js";
import { settingOf } from "./council.js";
import { fetching } from "./fetched.js";
import { areFolded, foldable, openTarget } from "./folding.js";
import { LEAD_INS, leadIns } from "./lead_ins.js";
import { complete, drop, inSlices, painted } from "./slices.js";
import { notices, sentence, silent } from "./summary.js";
import { bodies, cellVerdict, emptyTable, rowVerdict } from "./view.js";
import { warmUp } from "./warm_up.js";

const page = document.querySelector("[data-compare]");
const setting = settingOf(JSON.parse(document.getElementById("compare-data").textContent));
const { language } = setting;
const root = page.dataset.compare;
const fetched = fetching({ root, site: page.dataset.site, setting });
const t = words(setting.words, language);
const groups = [...setting.groups, { slug: LEAD_INS, name: t("compare.lead_ins"), topics: [] }];
const title = document.title;
const part = (name) => page.querySelector(`[data-part="${name}"]`);

let wanted = read(location.search);
/** The councils that are shown, in the order of the address. */
let shown = [];
/** Councils that were compared last, and what they say side by side, topic by topic. */
let compared = { of: [], topics: [] };

/** Every council, for the choice; none where the list cannot be fetched. */
async function councils() {
  try {
    return await fetched.councils();
  } catch {
    say("trouble", t("compare.unreachable"));
    return [];
  }
}

// ---- the choice ----

/** Changes what is wanted, and the address with it, once what is seen at once has been painted. */
function want(changes) {
  wanted = { ...wanted, ...changes };
  const address = `${location.pathname}${written(wanted)}`;
  painted().then(() => history.pushState(null, "", address));
  return show();
}

/** Changes what is wanted, and goes on to a place that is told afterwards, if there is one: once the answer has been
 * painted, for to move the focus is to lay out the page. */
async function wantAndGo(changes, place) {
  const isHere = stillHere();
  await want(changes);
  await painted();
  if (isHere()) place()?.focus();
}

const input = () => part("chooser").querySelector("input");

/** Fetches a council that is about to be chosen. */
const expect = (slug) => fetched.council(slug).catch(() => null);

/** Compares a council with the one that is shown while its button is still pressed: one lets go a little later. */
async function compareAhead(slug) {
  const one = await expect(slug);
  if (one && shown.length === 1 && one !== shown[0]) sideBySide([...shown, one]);
}

/** Adds a council; the focus goes to where the next one can be chosen. */
async function choose(slug, next) {
  await wantAndGo({ councils: [...wanted.councils, slug].slice(0, MOST) }, () => wanted.councils.length < MOST && (next() ?? input()));
}

let isChoosing = false;

/** Lets councils be chosen by typing: from the first where they are yet to be chosen, else once somebody goes there. */
async function letChoose() {
  if (isChoosing) return;
  isChoosing = true;
  const { chooser } = await import("./chooser.js");
  chooser(part("chooser"), { councils, chosen: () => wanted.councils, t, expect, choose: (slug) => choose(slug, () => null) });
}

part("chooser").addEventListener("focusin", letChoose);
if (wanted.councils.length < 2) letChoose();

// Where there are few councils, all of them can be chosen without typing.
const quick = [...page.querySelectorAll("[data-choose]")];
for (const button of quick) {
  button.addEventListener("pointerdown", () => compareAhead(button.dataset.choose));
  button.addEventListener("click", () => choose(button.dataset.choose, () => quick.find((one) => !one.hidden)));
}

function chips() {
  part("chosen").replaceChildren(...shown.map(chip));
  part("chooser").hidden = wanted.councils.length >= MOST;
  for (const button of quick) {
    button.hidden = part("chooser").hidden || wanted.councils.includes(button.dataset.choose);
    button.parentElement.hidden = button.hidden;
  }
}

function chip(one, place) {
  const others = wanted.councils.filter((entry) => entry !== one.entry);
  const remove = h("button", { type: "button", "aria-label": t("compare.remove", { council: one.title }) }, "×");
  remove.addEventListener("click", () =>
    wantAndGo({ councils: others, lacks: wanted.lacks === one.entry ? "" : wanted.lacks }, firstName),
  );
  const first = h("button", { type: "button", class: "first" }, t("compare.make_first", { council: one.title }));
  first.addEventListener("click", () => wantAndGo({ councils: [one.entry, ...others] }, firstName));
  return h(
    "li",
    {},
    h("span", { class: "chip-name", tabindex: -1 }, one.name),
    h("span", { class: "visually-hidden" }, ": "),
    one.versions ? versionSelect(one) : null,
    place === 0 ? h("span", { class: "others" }, t("compare.is_first")) : first,
    remove,
  );
}

/** The button that was pressed is gone: the focus goes to the name of the first council, where nothing is undone by Enter. */
const firstName = () => part("chosen").querySelector(".chip-name") ?? input();

function versionSelect(one) {
  const entryOf = (slug, place) => (place === 0 ? one.council : `${one.council}@${slug}`);
  const options = one.versions.map(([slug, label], place) => h("option", { value: entryOf(slug, place) }, label));
  const select = h("select", { "aria-label": t("compare.version", { council: one.name }) }, options);
  const current = one.inForce ? one.council : one.entry;
  select.value = current;
  select.addEventListener("change", () =>
    want({ councils: [...new Set(wanted.councils.map((entry) => (entry === one.entry ? select.value : entry)))] }),
  );
  return select;
}

// ---- the filters ----

const filters = part("filters");
filters.addEventListener("change", () => {
  const chosen = Object.fromEntries(new FormData(filters));
  want({ show: chosen.show ?? "", lacks: chosen.lacks, group: chosen.group, party: chosen.party });
});

function setFilters() {
  const lacks = filters.elements.lacks;
  lacks.replaceChildren(
    h("option", { value: "" }, t("compare.lacks.none")),
    ...shown.map((one) => h("option", { value: one.entry }, one.title)),
  );
  for (const name of ["lacks", "group", "party"]) filters.elements[name].value = wanted[name];
  filters.elements.show.checked = wanted.show === "differences";
}

part("fold").addEventListener("click", () => want({ rows: areFolded(wanted.rows) ? "all" : "none" }));

// ---- what is shown ----

let turn = 0;

async function show() {
  const mine = ++turn;
  const asked = wanted.councils.slice(0, MOST);
  let found;
  try {
    found = await Promise.all(asked.map(fetched.council));
  } catch {
    page.classList.toggle("choosing", asked.length < 2);
    page.classList.remove("waiting");
    return say("trouble", t("compare.unreachable"));
  }
  if (mine !== turn) return; // another choice has been made meanwhile
  const unknown = asked.filter((_, place) => !found[place]);
  shown = found.filter(Boolean);
  const faults = [
    unknown.length ? t("compare.unknown", { councils: unknown.join(", ") }) : "",
    wanted.councils.length > MOST ? t("compare.too_many", { n: MOST }) : "",
  ];
  say("trouble", faults.filter(Boolean).join(" "));
  wanted.councils = asked.filter((_, place) => found[place]);
  const ready = shown.length > 1;
  chips();
  page.classList.toggle("choosing", !ready);
  part("result").hidden = !ready;
  say("invitation", ready ? "" : shown.length ? t("compare.another") : t("compare.begin"));
  if (ready) answer();
  else nothing();
  page.classList.remove("waiting");
}

function nothing() {
  drop();
  entitle();
  part("rows").hidden = true;
  part("table").removeAttribute("aria-busy");
  part("table").replaceChildren();
  if (shown.length) warmUp(shown[0], { ...setting, groups, t, root, isFolded: areFolded("") });
}

const entitle = () => (document.title = [shown.map((one) => one.title).join(", "), title].filter(Boolean).join(" · "));

/** What councils say, topic by topic. */
function sideBySide(councils) {
  const { of } = compared;
  if (of.length !== councils.length || of.some((one, place) => one !== councils[place])) {
    compared = { of: councils, topics: compare(councils, setting) };
  }
  return compared.topics;
}

/** The answer in a few sentences; the rows, which stand below what is seen at once, after it. */
function answer() {
  say("sum", sentence(sideBySide(shown), shown, { ...setting, t }));
  say("notices", notices(shown, t));
  part("table").setAttribute("aria-busy", "true");
  inSlices(rest());
}

/** What is below the answer, in the order in which it stands there. */
function* rest() {
  const topics = sideBySide(shown);
  entitle();
  part("rows").hidden = false;
  setFilters();
  const place = shown.findIndex((one) => one.entry === wanted.lacks);
  const leading = leadIns(topics, shown, setting, t("compare.lead_ins.all"));
  const seen = filtered([...topics, leading].filter(Boolean), { ...wanted, lacks: place });
  const isFolded = areFolded(wanted.rows);
  part("fold").textContent = t(isFolded ? "compare.unfold" : "compare.fold");
  say("count", t("compare.shown", { n: seen.filter((topic) => topic.slug !== LEAD_INS).length }));
  part("jump").replaceChildren(...jumps(seen));
  say("address", location.href);
  part("csv").onclick = () => download(seen);
  part("table").classList.toggle("topics-only", wanted.rows === "none");
  yield* rows(seen, isFolded);
  part("silent").replaceChildren(...silent(topics, { ...setting, t, root }));
  part("table").removeAttribute("aria-busy");
}

function* rows(seen, isFolded) {
  const table = seen.length ? foldable(emptyTable(shown, t)) : h("p", {}, t("compare.none"));
  part("table").replaceChildren(table);
  for (const body of bodies(seen, shown, { ...setting, groups, t, root, isFolded })) {
    table.append(body);
    yield;
  }
}

/** The groups of topics that are shown, each leading to the first of them. */
function jumps(seen) {
  const firsts = groups.map((group) => [group, seen.find((topic) => topic.group === group.slug)]).filter(([, topic]) => topic);
  return firsts.length > 1 ? firsts.map(([group, topic]) => h("li", {}, h("a", { href: `#${topic.slug}` }, group.name))) : [];
}

const say = (name, text) => {
  part(name).textContent = text;
  part(name).hidden = !text;
};

async function download(seen) {
  const { download: asked } = await import("./csv.js");
  asked(seen, shown, { ...setting, t, root, rowVerdict, cellVerdict });
}

addEventListener("popstate", () => {
  const asked = read(location.search);
  if (written(asked) === written(wanted)) return; // another place on the same page
  wanted = asked;
  show().then(complete); // a page that was left further down is found again there
});

page.querySelector(".choice").inert = false; // until now a click would have been lost
addEventListener("hashchange", openTarget);
show().then(openTarget);
