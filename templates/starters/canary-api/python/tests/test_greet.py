import json
import unittest

from src.greet.greet import handler


class Greet(unittest.TestCase):
    def test_greets_by_name(self):
        answer = handler({"pathParameters": {"name": "Ada"}}, None)
        self.assertEqual(answer["statusCode"], 200)
        self.assertEqual(json.loads(answer["body"]), {"greeting": "Hello, Ada!"})

    def test_greets_the_world_without_a_name(self):
        self.assertEqual(json.loads(handler({}, None)["body"]), {"greeting": "Hello, world!"})
