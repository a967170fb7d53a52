"""From a question and its evidence to an answer that is borne out, or an honest refusal."""
