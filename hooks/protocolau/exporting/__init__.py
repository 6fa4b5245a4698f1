"""Documents in other forms, for programs and for people to take away."""

FORMS = ("pdf", "docx", "txt", "akn")
"""The forms of a document in one language, by their names. Their writers, in `formats`, take a while to load."""
