"""The search: which provisions are results, by which words they are found, and the files that a browser fetches."""
