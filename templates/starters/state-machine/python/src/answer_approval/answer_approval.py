"""Hands a person's answer to the workflow that waits for it."""

import json
from functools import cache


@cache
def machines():
    import boto3

    return boto3.client("stepfunctions")


def handler(event, context):
    return answer(event, proceed)


def proceed(token, output):
    """Gives False where the workflow waits no longer."""
    try:
        machines().send_task_success(taskToken=token, output=json.dumps(output))
    except (machines().exceptions.TaskTimedOut, machines().exceptions.InvalidToken):
        return False
    return True


def answer(event, proceed):
    given = event["pathParameters"]["answer"]
    token = (event.get("queryStringParameters") or {}).get("token")
    if given not in ("yes", "no") or not token:
        return say(400, "This link is not complete.")
    if not proceed(token, {"approved": given == "yes"}):
        return say(410, "This question was answered already.")
    return say(200, "Thank you, the answer was noted.")


def say(status, text):
    return {"statusCode": status, "headers": {"content-type": "text/plain"}, "body": text}
