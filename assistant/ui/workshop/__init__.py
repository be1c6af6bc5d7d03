"""The page “Lớp học”: what a trainer shows to a room, and how the program works."""
