"""What every room reads in a text, be it a question's, a paragraph's or an answer's."""
