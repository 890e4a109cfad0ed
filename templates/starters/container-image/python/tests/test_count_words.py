import base64
import json
import unittest

from src.count_words.count_words import handler


def count(body, **more):
    return json.loads(handler({"body": body, **more}, None)["body"])


class CountWords(unittest.TestCase):
    def test_counts_words_whatever_their_case(self):
        self.assertEqual(count("Tea, tea and Café."), {"tea": 2, "and": 1, "café": 1})

    def test_reads_a_body_that_is_encoded(self):
        self.assertEqual(count(base64.b64encode(b"tea").decode(), isBase64Encoded=True), {"tea": 1})

    def test_counts_nothing_in_an_empty_text(self):
        self.assertEqual(count(None), {})
