// What the checker of scripts cannot know of our pages: which kind of element a selector finds, or an event comes from.

interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Document {
  getElementById(id: string): any;
}
interface Element {
  closest(selectors: string): any;
}
interface EventTarget {
  closest?(selectors: string): any;
  readonly form?: any;
  readonly name?: string;
}
