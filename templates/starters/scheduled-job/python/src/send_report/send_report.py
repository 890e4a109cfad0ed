"""Adds up what was ordered and publishes the sums, the largest first."""

import os
from collections import Counter
from functools import cache


@cache
def orders():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["ORDERS"])


@cache
def reports():
    import boto3

    return boto3.resource("sns").Topic(os.environ["REPORTS"])


def handler(event, context):
    send_report(list(all_items(orders())), lambda subject, text: reports().publish(Subject=subject, Message=text))


def send_report(orders, publish):
    sums = Counter()
    for order in orders:
        sums[order["item"]] += int(order["quantity"])
    lines = [f"{total} {item}" for item, total in sums.most_common()]
    publish(f"Orders: {len(orders)}", "\n".join(lines) or "There are no orders.")


def all_items(table):
    page = table.scan()
    yield from page["Items"]
    while "LastEvaluatedKey" in page:
        page = table.scan(ExclusiveStartKey=page["LastEvaluatedKey"])
        yield from page["Items"]
