"""Whole tasks by keyboard alone: what is pressed is data, in `paths.yml`; how it is pressed and judged stands here."""
