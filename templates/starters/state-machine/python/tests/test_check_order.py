import unittest

from src.check_order.check_order import handler


class CheckOrder(unittest.TestCase):
    def test_lets_a_valid_item_pass(self):
        self.assertEqual(handler({"item": "tea", "quantity": 2}, None), {"item": "tea"})

    def test_refuses_an_item_without_a_name_or_a_quantity(self):
        with self.assertRaisesRegex(ValueError, "no name"):
            handler({"item": "", "quantity": 2}, None)
        for quantity in (0, None, "2"):
            with self.assertRaisesRegex(ValueError, "quantity of tea"):
                handler({"item": "tea", "quantity": quantity}, None)
