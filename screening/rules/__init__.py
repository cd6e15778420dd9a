"""The law in plain Python: no Django, no clock, no input or output, only the standard library.

Start at `evaluate.py` for what happens to one record, at `remedies/` for the statutes.
"""
