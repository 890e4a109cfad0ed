"""Adds up the amounts of an invoice, which come in cents: {"amounts": [350, 120]}."""

import base64
import json

from money import euros


def handler(event, context):
    amounts = read(event)
    if amounts is None:
        return {"statusCode": 400, "body": "The body must be {amounts: [cents, …]}."}
    lines = [*map(euros, amounts), f"Total: {euros(sum(amounts))}"]
    return {"statusCode": 200, "body": "\n".join(lines)}


def read(event):
    """The amounts in the body; None where it is not valid."""
    body = event.get("body") or ""
    try:
        amounts = json.loads(base64.b64decode(body) if event.get("isBase64Encoded") else body)["amounts"]
    except (ValueError, KeyError, TypeError):
        return None
    is_valid = isinstance(amounts, list) and all(type(amount) is int for amount in amounts)
    return amounts if is_valid else None
