"""Whether what an answer says stands in the paragraph, of what was asked."""
