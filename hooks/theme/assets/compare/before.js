// Runs before the first paint of /compare/: what is to be filled is not shown empty first, so that nothing moves.

const { parentElement: page } = document.currentScript;
const asked = (new URLSearchParams(location.search).get("councils") ?? "").split(",").filter(Boolean).length;
page.hidden = false;
page.classList.toggle("waiting", asked > 0);
page.classList.toggle("choosing", asked < 2);
