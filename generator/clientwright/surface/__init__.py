"""The public surface of a client as data: what its users write, how it changes, and the lock file that remembers it."""
