import unittest

from src.send_report.send_report import all_items, send_report


class SendReport(unittest.TestCase):
    def report_of(self, orders):
        published = []
        send_report(orders, lambda subject, text: published.extend([subject, text]))
        return published

    def test_publishes_the_sums_the_largest_first(self):
        orders = [{"item": "cup", "quantity": 1}, {"item": "tea", "quantity": 2}, {"item": "tea", "quantity": 3}]
        self.assertEqual(self.report_of(orders), ["Orders: 3", "5 tea\n1 cup"])

    def test_says_so_where_there_are_no_orders(self):
        self.assertEqual(self.report_of([]), ["Orders: 0", "There are no orders."])


class Table:
    def scan(self, ExclusiveStartKey=None):
        return {"Items": [2]} if ExclusiveStartKey else {"Items": [1], "LastEvaluatedKey": {"orderId": "1"}}


class AllItems(unittest.TestCase):
    def test_reads_all_pages(self):
        self.assertEqual(list(all_items(Table())), [1, 2])
