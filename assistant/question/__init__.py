"""What was typed, the conversation and the documents, read once into a `Question`."""
