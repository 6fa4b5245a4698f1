"""Units and their states, memory, and what is open; checks, exchange and editing stand in folders of their own."""
