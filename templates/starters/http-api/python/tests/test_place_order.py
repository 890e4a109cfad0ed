import base64
import json
import unittest

from src.place_order.place_order import place_order


class Table:
    def __init__(self):
        self.items = []

    def put_item(self, Item):
        self.items.append(Item)


class PlaceOrder(unittest.TestCase):
    def setUp(self):
        self.table = Table()

    def place(self, body, **more):
        return place_order({"body": body, **more}, self.table, lambda: "id-1")

    def test_saves_a_valid_order_and_answers_with_its_id(self):
        answer = self.place('{"item": "tea", "quantity": 2}')
        self.assertEqual(answer["statusCode"], 201)
        self.assertEqual(json.loads(answer["body"])["orderId"], "id-1")
        self.assertEqual(self.table.items, [{"orderId": "id-1", "item": "tea", "quantity": 2}])

    def test_reads_a_body_that_is_encoded(self):
        body = base64.b64encode(b'{"item": "tea", "quantity": 1}').decode()
        self.assertEqual(self.place(body, isBase64Encoded=True)["statusCode"], 201)

    def test_refuses_everything_else_and_saves_nothing(self):
        for body in (None, "null", '{"item": "", "quantity": 1}', '{"item": "tea", "quantity": 0}', '{"item": "tea"}'):
            with self.subTest(body):
                self.assertEqual(self.place(body)["statusCode"], 400)
        self.assertEqual(self.table.items, [])
