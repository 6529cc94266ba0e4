"""What is named in a text, with offsets, and what of it stands together as one cast."""
