"""The guard: decides before anything is composed, and verifies before anything leaves."""
