"""From a result to what is read: JSON, the result page, the attorney's paper.

`report.py` builds plain data; `templates/result.html` and `pdf.py` only show it.
"""
