"""The review of a version beside its document: what it says of each statement, looked at and confirmed by a person."""
