"""Web pages: from characters to blocks as a browser would show them. Markdown goes this way too."""
