"""Agreements as text: the short YAML form, JSON, CSV, and the JSON Schema of the short form."""
