"""From a decision and hits to the answer record."""
