"""Documents into files."""
