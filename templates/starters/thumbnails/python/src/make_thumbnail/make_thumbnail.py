"""Makes a thumbnail of each image that is uploaded, under the same key."""

import io
import os
from functools import cache
from urllib.parse import unquote_plus

WIDTH = 200


@cache
def s3():
    import boto3

    return boto3.client("s3")


def handler(event, context):
    make_thumbnails(event, read, shrink, write)


def make_thumbnails(event, read, shrink, write):
    for record in event["Records"]:
        # Keys in events are encoded as in a form.
        key = unquote_plus(record["s3"]["object"]["key"])
        write(key, shrink(read(record["s3"]["bucket"]["name"], key), WIDTH))


def read(bucket, key):
    return s3().get_object(Bucket=bucket, Key=key)["Body"].read()


def shrink(image, width):
    from PIL import Image

    picture = Image.open(io.BytesIO(image)).convert("RGB")
    picture.thumbnail((width, picture.height))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def write(key, image):
    s3().put_object(Bucket=os.environ["THUMBNAILS"], Key=key, Body=image, ContentType="image/jpeg")
