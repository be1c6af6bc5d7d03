"""Figures: values with what they measure."""

from assistant.figures.extract import figures_in

__all__ = ["figures_in"]
