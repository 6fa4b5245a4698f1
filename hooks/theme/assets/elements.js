// Elements made by scripts. Texts are set as text, never as HTML.

/**
 * @param {string} tag
 * @param {Object<string, any> | null} attributes those that are null or false are left out; one that is true has no value
 * @param {...(Node | string | null | Array)} children what is empty is left out
 * @returns {any} the element, of whichever kind the tag makes it
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) append(element, child);
  return element;
}

function append(element, child) {
  if (Array.isArray(child)) for (const one of child) append(element, one);
  else if (child !== null && child !== undefined && child !== "") element.append(child);
}
