"""Changes to the data files that leave everything else in them as it was."""
