"""Site keys (publishable, bound to origins) and secret keys (for servers)."""
