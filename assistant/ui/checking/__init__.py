"""The page “Kiểm chứng”: a sentence or an article held against the documents."""
