"""PDF files: words with their places, and a verdict on each page before it is believed."""
