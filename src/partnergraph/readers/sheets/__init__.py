"""Sheets: what parts the fields of a text, and the parts of a workbook."""
