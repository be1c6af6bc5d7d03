"""Pages of PDF files and scans as pictures, with a quote boxed where it stands."""
