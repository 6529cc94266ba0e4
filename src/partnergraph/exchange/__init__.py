"""The forms in which the graph leaves for other programs; `export` chooses among them."""
