"""boto3 as a client of journeys: a call per line in, as JSON, and what came of it per line out.

A call: {"service", "operation", "input"}, with "paging" by boto3's own paginator, with "key" signed by that one.
An answer: {"output"}, or {"error", "by"} and the "reason" that the exception carries.
Credentials, region and endpoint come from the environment, as they do for people.
"""

import functools
import json
import sys

import boto3
from botocore import xform_name
from botocore.exceptions import ClientError, ParamValidationError


@functools.lru_cache(maxsize=None)
def client_of(service, access_key_id, secret_access_key):
    return boto3.client(service, aws_access_key_id=access_key_id, aws_secret_access_key=secret_access_key)


def call(client, operation, arguments, paging):
    method = xform_name(operation)
    if paging is None:
        return getattr(client, method)(**arguments)
    return client.get_paginator(method).paginate(**arguments, PaginationConfig=paging).build_full_result()


def name_of(client, error):
    """The class that people catch; of codes that the service model does not know, the code."""
    code = error.response["Error"]["Code"]
    known = getattr(client.exceptions, code, None) if code in client.exceptions._code_to_exception else None
    if known is None:
        return code
    return known.__name__ if isinstance(error, known) else f"{type(error).__name__} in place of {code}"


def answer(line):
    asked = json.loads(line)
    key = asked.get("key") or {}
    client = client_of(asked["service"], key.get("accessKeyId"), key.get("secretAccessKey"))
    try:
        output = call(client, asked["operation"], asked["input"], asked.get("paging"))
    except ParamValidationError as error:
        return {"by": "client", "error": type(error).__name__}
    except ClientError as error:
        refused = {"by": "server", "error": name_of(client, error)}
        return {**refused, "reason": error.response["Reason"]} if "Reason" in error.response else refused
    output.pop("ResponseMetadata", None)
    return {"output": output}


for line in sys.stdin:
    print(json.dumps(answer(line), default=lambda time: time.isoformat()), flush=True)
