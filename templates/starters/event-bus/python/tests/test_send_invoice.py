import unittest
from decimal import Decimal

from src.send_invoice.send_invoice import send_invoice


class Table:
    def __init__(self):
        self.items = []

    def put_item(self, Item):
        self.items.append(Item)


class SendInvoice(unittest.TestCase):
    def test_writes_an_invoice_of_the_day_of_the_order(self):
        table = Table()
        send_invoice({"detail": {"orderId": "7", "total": 120.5}, "time": "2030-05-01T08:00:00Z"}, table)
        self.assertEqual(table.items, [{"orderId": "7", "total": Decimal("120.5"), "date": "2030-05-01"}])
