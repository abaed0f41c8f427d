"""All releases as one briefing."""
