"""Reports: findings, summaries and comparisons as text. Data in, text or findings out; nothing is printed here."""
