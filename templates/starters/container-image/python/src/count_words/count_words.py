"""Answers with how often each word stands in the text that was sent."""

import base64
import json
import re
from collections import Counter


def handler(event, context):
    body = event.get("body") or ""
    text = base64.b64decode(body).decode() if event.get("isBase64Encoded") else body
    counts = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": json.dumps(counts)}
