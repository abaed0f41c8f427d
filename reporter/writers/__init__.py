"""A note as the bytes of one output format."""
