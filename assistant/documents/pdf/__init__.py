"""PDF files, read by place and size."""
