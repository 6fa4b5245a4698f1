"""The part that knows MkDocs: which pages there are, the theme's page stamped for each, writing, preview."""
