"""Ships the orders of a batch. What is reported as failed comes back; everything else is deleted from the queue."""

import json
import logging
import os
from functools import cache

log = logging.getLogger(__name__)


@cache
def shipments():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["SHIPMENTS"])


def handler(event, context):
    # A message may come more than once: writing the same shipment again changes nothing.
    return ship_orders(event, lambda shipment: shipments().put_item(Item=shipment))


def ship_orders(event, ship):
    failures = []
    for record in event["Records"]:
        try:
            ship(read(record["body"]))
        except Exception:
            log.exception("not shipped: message %s", record["messageId"])
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


def read(body):
    data = json.loads(body)
    shipment = {"orderId": data["orderId"], "address": data["address"]}
    if not all(isinstance(value, str) for value in shipment.values()):
        raise ValueError("orderId and address must be texts")
    return shipment
