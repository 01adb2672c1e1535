"""The SQL database: keys, and feedback when it is turned on. Nothing else is stored."""
