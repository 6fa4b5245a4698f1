"""The only room that knows MkDocs: its events, its preview server, its command line."""
