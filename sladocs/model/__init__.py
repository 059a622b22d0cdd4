"""What things are: no input, no output."""
