"""The unit tests. Run them with: python3 -m unittest discover -s tests -t ."""
