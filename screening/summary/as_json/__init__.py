"""The same report as data: one line for `screen`, the file in the PDF, the redacted copy."""
