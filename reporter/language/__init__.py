"""Sentences, tokens and the comparison of names: what is true of any text in a language."""
