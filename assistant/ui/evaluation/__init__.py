"""The page “Đánh giá”: how well the assistant answers questions with known answers."""
