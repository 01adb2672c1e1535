"""One badge and text renderer for every surface."""
