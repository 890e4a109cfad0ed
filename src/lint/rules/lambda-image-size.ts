import { defineRule } from '../../model/rule.ts';
import { localPath } from '../facts/functions/local-path.ts';
import { headOf } from '../facts/templates/places.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const imageMaximum = 10_737_418_240;
const configMaximum = 16_384;

export const lambdaImageSize = defineRule({
  id: 'lambda-image-size',
  level: 'error',
  category: 'limits',
  stage: 'source',
  title: 'Container image larger than 10 GB',
  description:
    'A container image takes at most 10 GB uncompressed, its settings (`ImageConfig`) at most 16 KB. An image is measured only where `ImageUri` names a local archive.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  messages: {
    image: "The image of '{id}' has {bytes} bytes; Lambda takes at most {maximum}.",
    config: "'ImageConfig' of '{id}' takes {bytes} bytes; Lambda takes at most {maximum}.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Metadata: {Dockerfile: Dockerfile, DockerContext: .}
  Properties: {PackageType: Image, ImageUri: ‹orders.tar›}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Metadata: {Dockerfile: Dockerfile, DockerContext: .}
  Properties: {PackageType: Image, ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1'}`,
    sizes: { 'orders.tar': { packed: 11811160064, unpacked: 11811160064 } },
  },
  on: ['AWS::Serverless::Function', 'AWS::Lambda::Function'],
  check(fn, cx) {
    const image = fn.type === 'AWS::Serverless::Function' ? ['ImageUri'] : ['Code', 'ImageUri'];
    const path = localPath(fn.get(...image));
    const bytes = path === undefined || !/\.tar$/.test(path) ? undefined : cx.sizes?.unpacked(path);
    if (bytes !== undefined && bytes > imageMaximum) {
      cx.report('image', fn.place(...image), { data: { id: fn.id, bytes, maximum: imageMaximum } });
    }
    for (const { value, path: where } of fn.all('ImageConfig')) {
      const size = utf8Length(JSON.stringify(value));
      if (size > configMaximum) {
        cx.report('config', headOf(fn, where), { data: { id: fn.id, bytes: size, maximum: configMaximum } });
      }
    }
  },
});
