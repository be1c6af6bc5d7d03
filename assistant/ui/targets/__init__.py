"""The page “Chỉ tiêu”: figures of all documents, how they stand to each other, and tasks."""
