import { defineRule } from '../../model/rule.ts';

export const lambdaZipRequiresHandlerRuntime = defineRule({
  id: 'lambda-zip-requires-handler-runtime',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Zip function missing Handler or Runtime',
  description:
    'A function that is not packaged as an image needs both `Handler` and `Runtime`, its own or from `Globals`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (cfn-lint W2533)',
  supersedes: ['zip-without-property'],
  messages: { missing: "'{id}' is packaged as a zip archive, so it needs '{name}'." },
  example: {
    in: 'resources',
    fails: `
‹Orders›:
  Type: AWS::Lambda::Function
  Properties: {Runtime: nodejs24.x, Code: {S3Bucket: code, S3Key: orders-8f14e45f.zip}, Role: 'arn:aws:iam::123456789012:role/orders'}`,
    passes: `
Orders:
  Type: AWS::Lambda::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, Code: {S3Bucket: code, S3Key: orders-8f14e45f.zip}, Role: 'arn:aws:iam::123456789012:role/orders'}`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const packageTypes = fn.all('PackageType');
    if (packageTypes.some(({ value }) => value !== 'Zip') || !fn.lacks('Code', 'ImageUri')) return;
    for (const name of ['Handler', 'Runtime']) {
      if (fn.lacks(name)) cx.report('missing', fn.at, { data: { id: fn.id, name } });
    }
  },
});
