"""What DOCX, ODT and PPTX share: a package's parts, and blocks out of paragraphs and tables."""
