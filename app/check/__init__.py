"""The article check."""
