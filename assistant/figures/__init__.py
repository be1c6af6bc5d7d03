"""Figures: values with what they measure, from spans of documents."""

from assistant.figures.extract import figures_in
from assistant.figures.roles import nature_of
from assistant.figures.years import Years, told_years, years_of_value

__all__ = ["Years", "figures_in", "nature_of", "told_years", "years_of_value"]
