"""The screener: the law, the questions, the interview, the result."""
