"""A briefing, a style and a locale as a note: runs the section templates."""
