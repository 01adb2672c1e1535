"""The help widget: its script and files, the playground, and the page for visitors without scripts."""
