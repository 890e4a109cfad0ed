import unittest

from src.chat.chat import Room, chat


class FakeRoom:
    def __init__(self, *connected):
        self.connected = list(connected)
        self.sent = []

    def add(self, connection_id):
        self.connected.append(connection_id)

    def remove(self, connection_id):
        self.connected.remove(connection_id)

    def all(self):
        return iter(self.connected)

    def post(self, connection_id, text):
        if connection_id == "gone":
            return False
        self.sent.append((connection_id, text))
        return True


def call(room, route, connection_id, body=None):
    return chat({"requestContext": {"routeKey": route, "connectionId": connection_id}, "body": body}, room)


class Chat(unittest.TestCase):
    def test_remembers_who_connects_and_forgets_who_leaves(self):
        room = FakeRoom("a", "b")
        self.assertEqual(call(room, "$connect", "c"), {"statusCode": 200})
        call(room, "$disconnect", "a")
        self.assertEqual(room.connected, ["b", "c"])

    def test_passes_a_message_on_to_everybody(self):
        room = FakeRoom("a", "b")
        call(room, "send", "a", '{"action": "send", "text": "Hello"}')
        self.assertEqual(room.sent, [("a", '{"text": "Hello"}'), ("b", '{"text": "Hello"}')])

    def test_forgets_connections_that_are_gone(self):
        room = FakeRoom("a", "gone")
        call(room, "send", "a", '{"text": "Hello"}')
        self.assertEqual(room.connected, ["a"])

    def test_refuses_a_message_without_text(self):
        room = FakeRoom("a")
        for body in (None, "no JSON", '{"text": ""}'):
            with self.subTest(body):
                self.assertEqual(call(room, "send", "a", body), {"statusCode": 400})
        self.assertEqual(room.sent, [])


class Table:
    def scan(self, ExclusiveStartKey=None):
        if ExclusiveStartKey:
            return {"Items": [{"connectionId": "b"}]}
        return {"Items": [{"connectionId": "a"}], "LastEvaluatedKey": {"connectionId": "a"}}


class RoomOfTheTable(unittest.TestCase):
    def test_reads_all_pages(self):
        self.assertEqual(list(Room(Table(), None).all()), ["a", "b"])
