"""Welsh: its mutations, its dictionary, a speller that knows both."""
