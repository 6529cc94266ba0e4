"""Names and roles to relationships: what tables, labels, lists and sentences say of things."""
