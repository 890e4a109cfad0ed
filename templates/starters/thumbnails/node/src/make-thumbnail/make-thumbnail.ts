import type { S3Event } from 'aws-lambda';

/** Where images come from and go to. */
export interface Images {
  read(bucket: string, key: string): Promise<Uint8Array>;
  shrink(image: Uint8Array, width: number): Promise<Uint8Array>;
  write(key: string, image: Uint8Array): Promise<void>;
}

const width = 200;

/** Makes a thumbnail of each image, under the same key. */
export const makeThumbnail =
  ({ read, shrink, write }: Images) =>
  async ({ Records }: S3Event): Promise<void> => {
    for (const { s3 } of Records) {
      // Keys in events are encoded as in a form.
      const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
      await write(key, await shrink(await read(s3.bucket.name, key), width));
    }
  };
