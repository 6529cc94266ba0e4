"""How words stand on a page: blocks and grids out of lines and geometry. Knows no names."""
