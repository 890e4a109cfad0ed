import json
import unittest
from decimal import Decimal

from src.list_products.list_products import list_products


class Table:
    """A table whose scan takes two pages."""

    def scan(self, ExclusiveStartKey=None):
        if ExclusiveStartKey is None:
            return {"Items": [{"name": "tea", "price": Decimal("3.5")}], "LastEvaluatedKey": {"productId": "2"}}
        return {"Items": [{"name": "cup", "price": Decimal(5)}]}


class ListProducts(unittest.TestCase):
    def test_lists_the_products_of_all_pages_by_name(self):
        answer = list_products(Table())
        self.assertEqual(answer["statusCode"], 200)
        expected = {"products": [{"name": "cup", "price": 5}, {"name": "tea", "price": 3.5}]}
        self.assertEqual(json.loads(answer["body"]), expected)

    def test_lets_a_page_of_another_origin_read_the_answer(self):
        self.assertEqual(list_products(Table())["headers"]["access-control-allow-origin"], "*")
