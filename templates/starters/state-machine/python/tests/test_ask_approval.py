import unittest

from src.ask_approval.ask_approval import ask


class AskApproval(unittest.TestCase):
    def test_publishes_a_link_for_each_answer_with_the_token_encoded(self):
        published = []
        question = {"orderId": "7", "total": 1500, "token": "a+b/c="}
        ask(question, lambda subject, text: published.extend([subject, text]), "https://api.example.com/a")
        subject, text = published
        self.assertEqual(subject, "Order 7 needs your approval")
        self.assertIn("Approve: https://api.example.com/a/yes?token=a%2Bb%2Fc%3D\n", text)
        self.assertIn("Refuse: https://api.example.com/a/no?token=a%2Bb%2Fc%3D", text)
