"""The search: what is indexed under which words, and the files that a browser fetches to find it."""
