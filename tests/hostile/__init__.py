"""Whole protocols that nobody would write, made from the schemas, and what becomes of their pages."""
