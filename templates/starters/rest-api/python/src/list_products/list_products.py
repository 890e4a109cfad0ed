"""Answers GET /products with all products, by name."""

import json
import os
from functools import cache


@cache
def products():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["PRODUCTS"])


def handler(event, context):
    return list_products(products())


def list_products(table):
    found = sorted(all_items(table), key=lambda product: product["name"])
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json", "access-control-allow-origin": "*"},
        # DynamoDB's numbers are decimals, which JSON does not know.
        "body": json.dumps({"products": found}, default=float),
    }


def all_items(table):
    page = table.scan()
    yield from page["Items"]
    while "LastEvaluatedKey" in page:
        page = table.scan(ExclusiveStartKey=page["LastEvaluatedKey"])
        yield from page["Items"]
