"""The page “Thư viện”: the documents, how well they were read, and what people upload."""
