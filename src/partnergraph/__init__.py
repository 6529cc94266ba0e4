"""Who does what with whom in international migration, and who says so."""
