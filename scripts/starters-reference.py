"""Expands the templates of a JSON file, by name, with aws-sam-translator, and prints what they become as JSON."""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

from samtranslator.translator.transform import transform  # noqa: E402


class NoPolicies:
    """The translator looks up AWS's managed policies; starters name none."""

    def load(self):
        return {}


with open(sys.argv[1], encoding="utf-8") as file:
    templates = json.load(file)
json.dump({name: transform(template, {}, NoPolicies()) for name, template in templates.items()}, sys.stdout)
