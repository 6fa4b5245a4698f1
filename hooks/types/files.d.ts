// Made by python -m tests.declarations of what Python says of these files: change it there.

type CouncilName = [string, string, string];
type CouncilsFile = CouncilName[];
type VersionName = [string, string];
type ComparedTopic = [string, string, number];
type PlaceRecord = [string, string, string, string, string, string];
type PlaceCount = [string, string, number];
type PlaceList = [number, number];
type SearchPlaces = [string, PlaceRecord[]][];
type StatementPlace = [string, string, string, string];
type SearchCouncil = SearchedStatement[];
type CouncilEntry = [string, string, string, string, string, string, string, string];
type SearchNames = CouncilEntry[];

interface BrowserFiles {
  LabelsFile?: LabelsFile;
  CouncilsFile?: CouncilsFile;
  ComparedVersion?: ComparedVersion;
  ComparedWords?: ComparedWords;
  ComparePage?: ComparePage;
  ClauseForm?: ClauseForm;
  SearchStart?: SearchStart;
  SearchMore?: SearchMore;
  SearchPlaces?: SearchPlaces;
  SearchCouncil?: SearchCouncil;
  SearchNames?: SearchNames;
  FormSetup?: FormSetup;
  PageSetup?: PageSetup;
  EditSetup?: EditSetup;
  ReviewSetup?: ReviewSetup;
  EditAnswer?: EditAnswer;
  [k: string]: unknown;
}
/**
 * `labels.json` beside a version.
 */
interface LabelsFile {
  en: CitedLabels;
  cy: CitedLabels;
}
/**
 * How a version and each of its provisions are cited in a language.
 */
interface CitedLabels {
  document: string;
  url: string;
  labels: {
    [k: string]: string;
  };
  words: CitingWords;
  edit?: {
    [k: string]: string | null;
  };
}
/**
 * What the card of a clause says in a language.
 */
interface CitingWords {
  label: string;
  en: string;
  cy: string;
  address: string;
  copy: string;
  copied: string;
  key: string;
  wrong: string;
  edit: string;
  whole: string;
}
/**
 * `comparison.packed` of a version in English: what is the same in all languages, too, in columns with tables.
 */
interface ComparedVersion {
  name: string;
  short: string;
  label: string;
  state: string;
  standing: string;
  labels: string[];
  texts: (string | null)[];
  heads: {
    [k: string]: string;
  };
  lines: (string | null)[];
  leadLabels: (string | null)[];
  versions?: VersionName[];
  council: string;
  version: string;
  inForce: boolean;
  adoptedIn: string;
  alike: boolean;
  anchors: string[];
  topics: string[];
  topicsOf: number[][];
  parties: [string[], string[], string | null][];
  partiesOf: number[];
  above: number[][];
  aboveOf: number[];
  leadAnchors: (string | null)[];
}
/**
 * `comparison.packed` of a version in a language: what is said in it of each statement, in columns.
 */
interface ComparedWords {
  name: string;
  short: string;
  label: string;
  state: string;
  standing: string;
  labels: string[];
  texts: (string | null)[];
  heads: {
    [k: string]: string;
  };
  lines: (string | null)[];
  leadLabels: (string | null)[];
  versions?: VersionName[];
}
/**
 * What the page of the comparison says to its script.
 */
interface ComparePage {
  language: string;
  words: {
    [k: string]:
      | string
      | {
          [k: string]: string;
        };
  };
  thresholds: {
    [k: string]: number | string[];
  };
  turning: {
    [k: string]: TurningWords;
  };
  names: {
    [k: string]: {
      [k: string]: string;
    };
  };
  parties: {
    [k: string]: string;
  };
  groups: ComparedGroup[];
}
/**
 * What turns a statement of a language and what does not, as `turning.yml` tells it, a word of Welsh in all its
 * forms.
 */
interface TurningWords {
  assumed: string[];
  empty: string;
  opening: string[];
  joining: string[];
  articles: string[];
  future: string;
  of_all: string[];
  behind: string[];
  expecting: string[];
  open: string;
  forced: string;
  denied: string;
  conditions: string;
  told: string;
  alike: string;
  forms: [string, string][];
  whole: [string, string][];
  spelt: [string, string][];
  initials: string[][];
}
/**
 * A group of topics.
 */
interface ComparedGroup {
  slug: string;
  name: string;
  topics: ComparedTopic[];
}
interface ClauseForm {
  [k: string]: string[];
}
/**
 * `search/start`.
 */
interface SearchStart {
  language: "en" | "cy";
  count: number;
  stop: string[];
  common: string[];
  names: string[];
  more: string[];
  everyday: [string, string[], string[]][];
  alike: string[];
  parties: {
    [k: string]: string[];
  };
  sides: string[][];
  divisions: {
    [k: string]: string[];
  };
  numberWords: string[];
  roundNumbers: string[];
  counted: string[];
  betweenNames: string[];
  tables: Mutations;
  mutates: boolean;
  topics: [string, string][];
  terms: [string, string[], string[]][];
  counterparts: [null, string[], string[]][];
  words: {
    [k: string]:
      | string
      | {
          [k: string]: string;
        };
  };
  forms: string;
  wordings: SearchedWording[];
}
/**
 * What is needed to go back from a mutated Welsh word, without accents.
 */
interface Mutations {
  changes: [string, string][];
  initials: string[];
  losesG: string[];
}
/**
 * A wording with the first of its places, and where the rest is listed.
 */
interface SearchedWording {
  heading?: string;
  text?: string;
  context?: string;
  around?: string;
  language?: "en" | "cy";
  topics?: string[];
  party?: string;
  places: (PlaceRecord | [string, string, string])[];
  counts?: PlaceCount[];
  nearly?: number;
  rest?: PlaceList;
}
/**
 * `search/more/<letters>`: wordings, and by word which of them it finds.
 */
interface SearchMore {
  records: SearchedWording[];
  words: {
    [k: string]: number[];
  };
}
/**
 * A statement of `search/councils/<slug>`.
 */
interface SearchedStatement {
  heading?: string;
  text?: string;
  context?: string;
  around?: string;
  language?: "en" | "cy";
  topics?: string[];
  party?: string;
  at: StatementPlace;
}
/**
 * What the script of a form is told wherever it runs; on the page of the queue all that it is told.
 */
interface FormSetup {
  token: string;
  prefix: string;
  language: string;
  words: {
    [k: string]: string;
  };
}
/**
 * What a page of the site in the preview says to the script that edits translations.
 */
interface PageSetup {
  token: string;
  prefix: string;
  language: string;
  words: {
    [k: string]: string;
  };
  units: {
    [k: string]: string[];
  };
  links: [string, string][];
}
/**
 * What the page of a protocol says besides.
 */
interface EditSetup {
  token: string;
  prefix: string;
  language: string;
  words: {
    [k: string]: string;
  };
  units: {
    [k: string]: string[];
  };
  links: [string, string][];
  council: string;
  version: string;
}
/**
 * What the page of a review says to its script.
 */
interface ReviewSetup {
  token: string;
  council: string;
  version: string;
  language: string;
  order: string;
  opened: string;
  words: {
    [k: string]: string;
  };
}
/**
 * What the preview answers about a unit or a provision: a form, what is known or changed, or what is wrong.
 */
interface EditAnswer {
  error?: string;
  form?: string;
  changed?: boolean;
  remarks?: boolean;
  state?: string;
  says?: string;
  opened?: string;
  html?: string;
  next?: string | null;
  left?: number;
}
