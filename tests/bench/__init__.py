"""Measurements, never verdicts: generated sites built as a whole process, beside plain MkDocs."""
