"""Calls the new version of Greet and tells CodeDeploy whether the deployment may go on."""

import json
import logging
import os
from functools import cache

log = logging.getLogger(__name__)


@cache
def client(service):
    import boto3

    return boto3.client(service)


def handler(event, context):
    check(event, call_new_version, report)


def call_new_version(event):
    answer = client("lambda").invoke(FunctionName=os.environ["NEW_VERSION"], Payload=json.dumps(event).encode())
    return json.load(answer["Payload"])


def report(event, verdict):
    client("codedeploy").put_lifecycle_event_hook_execution_status(
        deploymentId=event["DeploymentId"],
        lifecycleEventHookExecutionId=event["LifecycleEventHookExecutionId"],
        status=verdict,
    )


def check(event, call, report):
    verdict = "Failed"
    try:
        answer = call({"pathParameters": {"name": "test"}})
        if answer.get("statusCode") == 200 and json.loads(answer["body"])["greeting"] == "Hello, test!":
            verdict = "Succeeded"
        else:
            log.error("unexpected answer: %s", answer)
    except Exception:
        log.exception("the new version cannot be called")
    report(event, verdict)
