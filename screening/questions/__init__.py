"""The words of every question, the pages they stand on, and the forms: declared once, read everywhere.

`question.py` says what a question is, `you.py` … `grounds.py` hold the words, `route.py` the pages.
"""
