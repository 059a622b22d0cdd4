"""sladocs: service level agreements as data, written as documents and read back from them."""

__version__ = "0.1.0"
