"""What a text does, and what became of it in another."""
