import unittest

from src.make_thumbnail.make_thumbnail import make_thumbnails


def upload_of(*keys):
    return {"Records": [{"s3": {"bucket": {"name": "uploads"}, "object": {"key": key}}} for key in keys]}


class MakeThumbnail(unittest.TestCase):
    def test_writes_a_small_image_under_the_same_key_however_it_is_spelt_in_the_event(self):
        written = {}
        make_thumbnails(
            upload_of("a.jpg", "my+holiday/caf%C3%A9.png"),
            lambda bucket, key: f"{bucket}/{key}",
            lambda image, width: f"{image} at {width}",
            written.__setitem__,
        )
        expected = {
            "a.jpg": "uploads/a.jpg at 200",
            "my holiday/café.png": "uploads/my holiday/café.png at 200",
        }
        self.assertEqual(written, expected)

    def test_fails_where_an_image_cannot_be_read_so_that_lambda_tries_again(self):
        def denied(bucket, key):
            raise PermissionError(key)

        with self.assertRaises(PermissionError):
            make_thumbnails(upload_of("a.jpg"), denied, None, None)
