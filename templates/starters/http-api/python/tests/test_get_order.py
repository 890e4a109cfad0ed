import json
import unittest
from decimal import Decimal

from src.get_order.get_order import get_order


class Table:
    def get_item(self, Key):
        items = {"id-1": {"orderId": "id-1", "item": "tea", "quantity": Decimal(2)}}
        return {"Item": items[Key["orderId"]]} if Key["orderId"] in items else {}


class GetOrder(unittest.TestCase):
    def get(self, id):
        return get_order({"pathParameters": {"id": id}}, Table())

    def test_answers_with_the_order(self):
        answer = self.get("id-1")
        self.assertEqual(answer["statusCode"], 200)
        self.assertEqual(json.loads(answer["body"]), {"orderId": "id-1", "item": "tea", "quantity": 2})

    def test_answers_404_where_there_is_none(self):
        self.assertEqual(self.get("id-2")["statusCode"], 404)
