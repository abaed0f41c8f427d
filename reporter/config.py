"""reporter.toml and [tool.reporter], validated."""
