"""Finds the sources a user named, loads their bytes, drops exact duplicates."""
