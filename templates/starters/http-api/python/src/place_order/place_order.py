"""Answers POST /orders: checks the order in the body and saves it under a new id."""

import base64
import json
import os
import uuid
from functools import cache


@cache
def orders():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["ORDERS"])


def handler(event, context):
    return place_order(event, orders(), lambda: str(uuid.uuid4()))


def place_order(event, table, new_id):
    wanted = read(event)
    if wanted is None:
        return answer(400, {"message": "The body must be {item: text, quantity: 1 or more}."})
    order = {"orderId": new_id(), **wanted}
    table.put_item(Item=order)
    return answer(201, order)


def read(event):
    """The order in the body; None where it is not valid."""
    body = event.get("body") or ""
    try:
        data = json.loads(base64.b64decode(body) if event.get("isBase64Encoded") else body)
        item, quantity = data["item"], data["quantity"]
    except (ValueError, KeyError, TypeError):
        return None
    is_valid = isinstance(item, str) and item != "" and type(quantity) is int and quantity > 0
    return {"item": item, "quantity": quantity} if is_valid else None


def answer(status, body):
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}
