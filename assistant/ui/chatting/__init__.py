"""What the page “Hỏi đáp” does beside answering: originals, links, exports, ratings, next steps."""
