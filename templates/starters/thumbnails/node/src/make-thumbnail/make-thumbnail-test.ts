import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { S3Event } from 'aws-lambda';
import { makeThumbnail } from './make-thumbnail.ts';

const uploadOf = (...keys: string[]) =>
  ({ Records: keys.map((key) => ({ s3: { bucket: { name: 'uploads' }, object: { key } } })) }) as unknown as S3Event;

test('writes a small image under the same key, however the key is spelt in the event', async () => {
  const written = new Map<string, string>();
  const handler = makeThumbnail({
    read: async (bucket, key) => Buffer.from(`${bucket}/${key}`),
    shrink: async (image, width) => Buffer.from(`${image} at ${width}`),
    write: async (key, image) => void written.set(key, String(image)),
  });
  await handler(uploadOf('a.jpg', 'my+holiday/caf%C3%A9.png'));
  assert.deepEqual(
    [...written],
    [
      ['a.jpg', 'uploads/a.jpg at 200'],
      ['my holiday/café.png', 'uploads/my holiday/café.png at 200'],
    ],
  );
});

test('fails where an image cannot be read, so that Lambda tries again', async () => {
  const handler = makeThumbnail({
    read: () => Promise.reject(new Error('denied')),
    shrink: async (image) => image,
    write: async () => undefined,
  });
  await assert.rejects(handler(uploadOf('a.jpg')), /denied/);
});
