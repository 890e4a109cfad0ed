"""Counts the clicks of a batch in the order of the stream. It stops at the first failure, from which Lambda goes on."""

import base64
import json
import logging
import os
from functools import cache

log = logging.getLogger(__name__)


@cache
def counts():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["COUNTS"])


def handler(event, context):
    return count_clicks(event, count)


def count(page, sequence_number):
    counts().update_item(
        Key={"page": page},
        UpdateExpression="ADD clicks :one SET lastClick = :number",
        ExpressionAttributeValues={":one": 1, ":number": sequence_number},
    )


def count_clicks(event, count):
    for record in event["Records"]:
        number = record["kinesis"]["sequenceNumber"]
        try:
            count(page_of(record["kinesis"]["data"]), number)
        except Exception:
            log.exception("not counted: record %s", number)
            return {"batchItemFailures": [{"itemIdentifier": number}]}
    return {"batchItemFailures": []}


def page_of(data):
    page = json.loads(base64.b64decode(data))["page"]
    if not isinstance(page, str) or page == "":
        raise ValueError("page is missing")
    return page
