"""House styles, discovered and validated."""
