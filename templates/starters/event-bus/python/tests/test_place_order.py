import json
import unittest

from src.place_order.place_order import place_order


class PlaceOrder(unittest.TestCase):
    def place(self, body):
        announced = []
        return place_order({"body": body}, announced.append, lambda: "id-1"), announced

    def test_tells_the_bus_of_an_order(self):
        answer, announced = self.place('{"total": 120}')
        self.assertEqual(answer["statusCode"], 202)
        self.assertEqual(json.loads(answer["body"])["orderId"], "id-1")
        self.assertEqual(announced, [{"orderId": "id-1", "total": 120}])

    def test_refuses_everything_else(self):
        for body in (None, "null", "{}", '{"total": 0}', '{"total": "120"}', '{"total": true}'):
            with self.subTest(body):
                answer, announced = self.place(body)
                self.assertEqual(answer["statusCode"], 400)
                self.assertEqual(announced, [])
