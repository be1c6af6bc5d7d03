"""Pages of words in boxes, printed or recognised, into a draft in reading order."""
