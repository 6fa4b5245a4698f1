"""Judgements that go beyond shape: references, dates, provenance, translations."""
