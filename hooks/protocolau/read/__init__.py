"""Files to plain values, with the line on which everything stands, and the faults of files."""
