"""The words of English that the grammar is made of."""
