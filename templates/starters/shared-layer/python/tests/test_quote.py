import unittest

from src.quote.quote import handler


def ask(quantity):
    return handler({"pathParameters": {"quantity": quantity}}, None)


class Quote(unittest.TestCase):
    def test_says_what_a_quantity_costs(self):
        self.assertEqual(ask("3"), {"statusCode": 200, "body": "3 for 10.50 EUR"})

    def test_refuses_what_is_no_quantity(self):
        for quantity in ("0", "-1", "1.5", "tea"):
            with self.subTest(quantity):
                self.assertEqual(ask(quantity)["statusCode"], 400)
