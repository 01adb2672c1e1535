"""Caveat: evidence-graded answers about kratom. See the README for what it is and how to run it."""
