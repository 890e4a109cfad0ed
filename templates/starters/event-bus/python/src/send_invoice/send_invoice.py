"""Writes an invoice for an order. The same event twice gives the same invoice."""

import os
from decimal import Decimal
from functools import cache


@cache
def invoices():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["INVOICES"])


def handler(event, context):
    send_invoice(event, invoices())


def send_invoice(event, table):
    order = event["detail"]
    # DynamoDB takes decimals, no floats.
    total = Decimal(str(order["total"]))
    table.put_item(Item={"orderId": order["orderId"], "total": total, "date": event["time"][:10]})
