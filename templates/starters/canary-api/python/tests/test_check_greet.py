import logging
import unittest

from src.check_greet.check_greet import check


class CheckGreet(unittest.TestCase):
    def setUp(self):
        logging.disable()
        self.addCleanup(logging.disable, logging.NOTSET)

    def verdict_on(self, call):
        verdicts = []
        check({"DeploymentId": "d-1"}, call, lambda event, verdict: verdicts.append((event["DeploymentId"], verdict)))
        return verdicts

    def test_lets_a_version_go_on_that_greets(self):
        answer = {"statusCode": 200, "body": '{"greeting": "Hello, test!"}'}
        self.assertEqual(self.verdict_on(lambda event: answer), [("d-1", "Succeeded")])

    def test_stops_a_version_that_answers_otherwise_or_not_at_all(self):
        def unreachable(event):
            raise ConnectionError

        for call in (lambda event: {"statusCode": 500}, lambda event: {"statusCode": 200, "body": "Hello"}, unreachable):
            self.assertEqual(self.verdict_on(call), [("d-1", "Failed")])
