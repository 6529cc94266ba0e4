"""From files to facts in a store: which files, each read, verified, stored, and explained."""
