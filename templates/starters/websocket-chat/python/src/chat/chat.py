"""Serves the routes of the chat: remembers connections, forgets them, and passes messages on."""

import json
import os
import time
from functools import cache

ONE_DAY = 24 * 60 * 60


@cache
def connections():
    import boto3

    return boto3.resource("dynamodb").Table(os.environ["CONNECTIONS"])


@cache
def api(endpoint):
    import boto3

    return boto3.client("apigatewaymanagementapi", endpoint_url=endpoint)


def handler(event, context):
    where = event["requestContext"]
    return chat(event, Room(connections(), api(f"https://{where['domainName']}/{where['stage']}")))


class Room:
    """Who is connected, and how to reach them."""

    def __init__(self, table, api):
        self.table = table
        self.api = api

    def add(self, connection_id):
        self.table.put_item(Item={"connectionId": connection_id, "expires": int(time.time()) + ONE_DAY})

    def remove(self, connection_id):
        self.table.delete_item(Key={"connectionId": connection_id})

    def all(self):
        page = self.table.scan()
        yield from (item["connectionId"] for item in page["Items"])
        while "LastEvaluatedKey" in page:
            page = self.table.scan(ExclusiveStartKey=page["LastEvaluatedKey"])
            yield from (item["connectionId"] for item in page["Items"])

    def post(self, connection_id, text):
        """Gives False where the connection is gone."""
        try:
            self.api.post_to_connection(ConnectionId=connection_id, Data=text.encode())
        except self.api.exceptions.GoneException:
            return False
        return True


def chat(event, room):
    route, connection_id = event["requestContext"]["routeKey"], event["requestContext"]["connectionId"]
    if route == "$connect":
        room.add(connection_id)
    elif route == "$disconnect":
        room.remove(connection_id)
    else:
        text = text_of(event.get("body") or "")
        if text is None:
            return {"statusCode": 400}
        pass_on(room, json.dumps({"text": text}))
    return {"statusCode": 200}


def pass_on(room, message):
    for connection_id in list(room.all()):
        if not room.post(connection_id, message):
            room.remove(connection_id)


def text_of(body):
    try:
        text = json.loads(body)["text"]
    except (ValueError, KeyError, TypeError):
        return None
    return text if isinstance(text, str) and text != "" else None
