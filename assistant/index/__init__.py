"""Documents to an index: chunks, embeddings, vectors, words and token states, built and stored."""
