"""Which documents there are: the corpus, what a user adds, the catalogue of instruments, official texts to fetch."""
