"""What a county, a plan and a rule are: plain dataclasses and functions.

Nothing in this package imports Qt, SQLAlchemy or openpyxl, or opens a file.
"""
