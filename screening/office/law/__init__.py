"""The fact-check form: an attorney compares what the program prints with the official text."""
