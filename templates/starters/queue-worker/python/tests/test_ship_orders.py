import logging
import unittest

from src.ship_orders.ship_orders import ship_orders

first = '{"orderId": "1", "address": "A"}'
second = '{"orderId": "2", "address": "B"}'


def batch(*bodies):
    return {"Records": [{"messageId": f"m{index}", "body": body} for index, body in enumerate(bodies)]}


class ShipOrders(unittest.TestCase):
    def setUp(self):
        logging.disable()
        self.addCleanup(logging.disable, logging.NOTSET)

    def test_ships_all_orders_of_a_batch(self):
        shipped = []
        response = ship_orders(batch(first, second), shipped.append)
        self.assertEqual(response, {"batchItemFailures": []})
        self.assertEqual([shipment["orderId"] for shipment in shipped], ["1", "2"])

    def test_reports_only_the_messages_that_failed(self):
        def ship(shipment):
            if shipment["orderId"] == "2":
                raise RuntimeError("no such address")

        response = ship_orders(batch(first, second, "no JSON", "{}"), ship)
        failed = [failure["itemIdentifier"] for failure in response["batchItemFailures"]]
        self.assertEqual(failed, ["m1", "m2", "m3"])
