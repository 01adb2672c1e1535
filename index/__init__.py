"""The retrieval layer: content model, loader, linter, encoder, index and search. Imports nothing from `app`."""
