import unittest

from src.invoice.invoice import handler


def send(body):
    return handler({"body": body}, None)


class Invoice(unittest.TestCase):
    def test_adds_up_the_amounts(self):
        expected = {"statusCode": 200, "body": "3.50 EUR\n1.20 EUR\nTotal: 4.70 EUR"}
        self.assertEqual(send('{"amounts": [350, 120]}'), expected)

    def test_refuses_everything_else(self):
        for body in (None, "{}", '{"amounts": ["3.50"]}'):
            with self.subTest(body):
                self.assertEqual(send(body)["statusCode"], 400)
