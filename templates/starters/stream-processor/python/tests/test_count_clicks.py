import base64
import logging
import unittest

from src.count_clicks.count_clicks import count_clicks


def batch(*records):
    return {
        "Records": [
            {"kinesis": {"sequenceNumber": f"s{index}", "data": base64.b64encode(text.encode()).decode()}}
            for index, text in enumerate(records)
        ]
    }


class CountClicks(unittest.TestCase):
    def setUp(self):
        logging.disable()
        self.addCleanup(logging.disable, logging.NOTSET)
        self.counted = []

    def count(self, page, number):
        self.counted.append(page)

    def test_counts_each_click(self):
        response = count_clicks(batch('{"page": "/a"}', '{"page": "/b"}'), self.count)
        self.assertEqual(response, {"batchItemFailures": []})
        self.assertEqual(self.counted, ["/a", "/b"])

    def test_stops_at_the_first_record_that_fails_and_reports_it(self):
        response = count_clicks(batch('{"page": "/a"}', "no JSON", '{"page": "/c"}'), self.count)
        self.assertEqual(response, {"batchItemFailures": [{"itemIdentifier": "s1"}]})
        self.assertEqual(self.counted, ["/a"])
