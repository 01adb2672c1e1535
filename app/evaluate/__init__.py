"""Evaluations: question sets run through the assistant, with figures and intervals. Only the command line uses them."""
