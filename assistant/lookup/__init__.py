"""What a question asks of the document itself, answered from its structure, without a model."""
