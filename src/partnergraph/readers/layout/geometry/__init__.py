"""Blocks out of geometry: words with boxes and ruling lines of a page, wherever they come from.

Lengths are points (1/72 inch) on an upright page whose origin is its top left corner, y downwards.
"""
