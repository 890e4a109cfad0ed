"""Checks one item of an order. What is not valid ends the workflow."""


def handler(event, context):
    item, quantity = event.get("item"), event.get("quantity")
    if not isinstance(item, str) or item == "":
        raise ValueError("An item has no name.")
    if type(quantity) is not int or quantity < 1:
        raise ValueError(f"The quantity of {item} must be 1 or more.")
    return {"item": item}
