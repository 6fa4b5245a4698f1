// What scripts share beyond the files that they read.

/** The files of the search of one language, each by its path below search/. */
interface SearchFiles {
  json(path: "start"): Promise<SearchStart>;
  json(path: `more/${string}`): Promise<SearchMore>;
  json(path: `places/${number}`): Promise<SearchPlaces>;
  json(path: `councils/${string}`): Promise<SearchCouncil>;
  json(path: `names/${string}`): Promise<SearchNames>;
}
