"""Evaluations of Caveat on labelled sets."""
