"""What people say of answers: kept beside the index, and turned into evaluation questions."""

from assistant.ratings.questions import Questions, questions_of
from assistant.ratings.store import Rating, RatingStore, rating_of, ratings_file

__all__ = ["Questions", "Rating", "RatingStore", "questions_of", "rating_of", "ratings_file"]
