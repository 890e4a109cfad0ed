"""Answers GET /orders/{id} with the order."""

import json
import os
from functools import cache


@cache
def orders():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["ORDERS"])


def handler(event, context):
    return get_order(event, orders())


def get_order(event, table):
    found = table.get_item(Key={"orderId": event["pathParameters"]["id"]})
    if "Item" not in found:
        return answer(404, {"message": "There is no such order."})
    return answer(200, found["Item"])


def answer(status, body):
    # DynamoDB's numbers are decimals, which JSON does not know.
    text = json.dumps(body, default=lambda number: int(number) if number % 1 == 0 else float(number))
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": text}
