"""Pages and records made from the library: everything that a reader sees, and none of it MkDocs'."""
