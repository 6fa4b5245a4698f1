"""Every document with the vocabulary, and what follows from them, worked out once."""
