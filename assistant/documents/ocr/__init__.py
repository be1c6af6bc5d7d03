"""Pictures of pages into words with boxes and confidence, by Tesseract."""
