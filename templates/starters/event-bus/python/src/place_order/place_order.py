"""Answers POST /orders: takes an order and tells the bus of it."""

import base64
import json
import os
import uuid
from functools import cache


@cache
def events():
    import boto3

    return boto3.client("events")


def handler(event, context):
    return place_order(event, announce, lambda: str(uuid.uuid4()))


def announce(order):
    entry = {
        "EventBusName": os.environ["BUS"],
        "Source": "shop.orders",
        "DetailType": "OrderPlaced",
        "Detail": json.dumps(order),
    }
    result = events().put_events(Entries=[entry])
    if result["FailedEntryCount"]:
        raise RuntimeError(f"The bus refused the event: {result['Entries'][0]['ErrorMessage']}")


def place_order(event, announce, new_id):
    total = total_of(event)
    if total is None:
        return answer(400, {"message": "The body must be {total: amount above 0}."})
    order = {"orderId": new_id(), "total": total}
    announce(order)
    return answer(202, order)


def total_of(event):
    """The total in the body; None where it is not valid."""
    body = event.get("body") or ""
    try:
        total = json.loads(base64.b64decode(body) if event.get("isBase64Encoded") else body)["total"]
    except (ValueError, KeyError, TypeError):
        return None
    return total if type(total) in (int, float) and total > 0 else None


def answer(status, body):
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}
