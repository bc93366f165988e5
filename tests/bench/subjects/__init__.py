"""The clients that are compared. Each module has the same functions; `worker.py` says which."""
