"""Publishes a question with one link for each answer."""

import os
from functools import cache
from urllib.parse import quote


@cache
def approvals():
    import boto3

    return boto3.resource("sns").Topic(os.environ["APPROVALS"])


def handler(event, context):
    ask(event, lambda subject, text: approvals().publish(Subject=subject, Message=text), os.environ["ANSWER_URL"])


def ask(question, publish, answer_url):
    order_id = question["orderId"]
    token = quote(question["token"], safe="")
    publish(
        f"Order {order_id} needs your approval",
        f"Order {order_id} comes to {question['total']}.\n"
        f"Approve: {answer_url}/yes?token={token}\n"
        f"Refuse: {answer_url}/no?token={token}",
    )
