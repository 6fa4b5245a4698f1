// All of the search, in one file where it is published: the dialog over any page, and the page of its own.

import { open } from "./dialog.js";
import { begin } from "./page.js";

export { open, begin };
