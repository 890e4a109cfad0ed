import { defineRule } from '../../model/rule.ts';
import { functionTypes, localCode } from '../facts/functions/local-code.ts';

const maximum = 52_428_800;

export const lambdaPackageZipSize = defineRule({
  id: 'lambda-package-zip-size',
  level: 'info',
  category: 'limits',
  stage: 'source',
  title: 'Zip larger than 50 MB cannot be uploaded directly',
  description:
    'An archive of more than 50 MB cannot be sent to Lambda directly. Deployments with CloudFormation go through S3 anyway, so this only matters for quick uploads with the CLI or the console.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  messages: { large: "The archive of '{id}' has {bytes} bytes; above {maximum} it must be uploaded through S3." },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: ‹large.zip›}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: small.zip}`,
    files: { 'large.zip': 'x', 'small.zip': 'x' },
    sizes: {
      'large.zip': { packed: 62914560, unpacked: 62914560 },
      'small.zip': { packed: 1048576, unpacked: 1048576 },
    },
  },
  on: functionTypes,
  check(fn, cx) {
    for (const { value: path, at } of localCode(fn)) {
      const bytes = /\.(zip|jar)$/i.test(path) ? cx.sizes?.packed(path) : undefined;
      if (bytes !== undefined && bytes > maximum) cx.report('large', at, { data: { id: fn.id, bytes, maximum } });
    }
  },
});
