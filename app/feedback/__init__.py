"""Ratings of answers, when an operator turns them on."""
