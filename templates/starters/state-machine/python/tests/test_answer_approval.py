import unittest

from src.answer_approval.answer_approval import answer


def request(given, token=None):
    return {"pathParameters": {"answer": given}, "queryStringParameters": {"token": token} if token else None}


class AnswerApproval(unittest.TestCase):
    def test_hands_the_answer_to_the_workflow(self):
        outputs = []

        def proceed(token, output):
            outputs.append((token, output))
            return True

        self.assertEqual(answer(request("yes", "t1"), proceed)["statusCode"], 200)
        self.assertEqual(answer(request("no", "t2"), proceed)["statusCode"], 200)
        self.assertEqual(outputs, [("t1", {"approved": True}), ("t2", {"approved": False})])

    def test_refuses_a_link_that_is_not_complete(self):
        self.assertEqual(answer(request("maybe", "t1"), self.fail)["statusCode"], 400)
        self.assertEqual(answer(request("yes"), self.fail)["statusCode"], 400)

    def test_says_so_where_the_workflow_waits_no_longer(self):
        self.assertEqual(answer(request("yes", "t1"), lambda token, output: False)["statusCode"], 410)
