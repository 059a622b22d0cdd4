"""The commands: click, and no logic."""
