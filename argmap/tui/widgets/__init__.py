"""Widgets: they show state and post intents."""
