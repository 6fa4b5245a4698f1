// What scripts add to both languages side by side: where a row has no number, a sign that leads to it, and is called by the
// beginning of its words. Without scripts such a row has no sign.

import { h } from "./elements.js";

const { sign } = document.querySelector("script[data-sign]").dataset;

for (const head of document.querySelectorAll(".pairs tbody th:empty")) {
  const label = head.nextElementSibling.textContent.trim().split(/\s+/).slice(0, 8).join(" ");
  head.append(h("a", { class: "sign", href: `#${head.parentElement.id}`, "aria-label": sign.replace("{label}", () => label) }, "#"));
  head.setAttribute("scope", "row");
}
