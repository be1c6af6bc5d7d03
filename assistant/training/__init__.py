"""Training of the encoder that ships; nothing that answers imports this room."""
