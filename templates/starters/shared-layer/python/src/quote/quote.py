"""Answers with what a quantity costs."""

from money import euros

CENTS_EACH = 350


def handler(event, context):
    text = event["pathParameters"]["quantity"]
    if not text.isdecimal() or int(text) < 1:
        return {"statusCode": 400, "body": "The quantity must be 1 or more."}
    return {"statusCode": 200, "body": f"{int(text)} for {euros(int(text) * CENTS_EACH)}"}
