"""Changes to the file of a version that leave every other byte of it as it was."""
