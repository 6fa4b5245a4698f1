"""Checking: the shape that each file must have, and the rules that go beyond shape."""
