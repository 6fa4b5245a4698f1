"""What one council says that another does not: words, alignment, differences, likeness, changes between versions."""
