import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Jimp, JimpMime } from 'jimp';
import { makeThumbnail } from './make-thumbnail.ts';

const s3 = new S3Client();

export const handler = makeThumbnail({
  async read(Bucket, Key) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return Body!.transformToByteArray();
  },
  async shrink(image, width) {
    const picture = await Jimp.read(Buffer.from(image));
    return picture.resize({ w: Math.min(width, picture.width) }).getBuffer(JimpMime.jpeg);
  },
  async write(Key, Body) {
    await s3.send(
      new PutObjectCommand({ Bucket: process.env['THUMBNAILS'], Key, Body, ContentType: JimpMime.jpeg }),
    );
  },
});
