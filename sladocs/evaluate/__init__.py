"""How well contracts were read: a parse compared with what a person wrote down from the same contract."""

from sladocs.evaluate.score import evaluate

__all__ = ["evaluate"]
