"""Amounts as both functions write them."""


def euros(cents):
    """Writes an amount in cents as euros: 1234 is '12.34 EUR'."""
    return f"{cents / 100:.2f} EUR"
