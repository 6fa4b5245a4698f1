"""The shape of each kind of file, the faults of shape, and the JSON Schemas for editors."""
