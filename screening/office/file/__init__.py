"""One screening of the office: its sealed file, who holds it, its status, its log, its end."""
