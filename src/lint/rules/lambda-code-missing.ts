import { defineRule } from '../../model/rule.ts';
import { isPlainMap } from '../facts/templates/choices.ts';

const locations = ['ZipFile', 'S3Bucket', 'S3Key', 'ImageUri'];

export const lambdaCodeMissing = defineRule({
  id: 'lambda-code-missing',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Function has no code location',
  description:
    'A function needs code: `CodeUri` or `InlineCode`, or `ImageUri` with `PackageType: Image`, its own or from `Globals`. Code that comes to nothing is found too: `Code: {}`, or `InlineCode: !Ref AWS::NoValue`. A serverless function that names no code is the folder of its template, as `sam build` and `aws cloudformation package` take it, where local files are at hand; the transform alone refuses it.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html',
  supersedes: ['missing-code'],
  messages: {
    sam: "'{id}' has no code; give 'CodeUri' or 'InlineCode' (or 'ImageUri' with 'PackageType: Image').",
    unnamed:
      "'{id}' names no code, which the transform refuses; give 'CodeUri' or 'InlineCode'. For the folder of the template write 'CodeUri: .'.",
    plain: "'Code' of '{id}' is empty; give 'S3Bucket' and 'S3Key', 'ZipFile' or 'ImageUri'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Lambda::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    Role: arn:aws:iam::123456789012:role/orders
    Code: ‹{}›`,
    passes: `
Orders:
  Type: AWS::Lambda::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    Role: arn:aws:iam::123456789012:role/orders
    Code: {S3Bucket: code, S3Key: orders-8f14e45f.zip, S3ObjectVersion: '1'}`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const isEmpty = isPlainMap(fn.get('Code')) && locations.every((name) => fn.lacks('Code', name));
    // lambda-image-exclusions reports what an image lacks.
    if (!isEmpty || fn.all('PackageType').some(({ value }) => value !== 'Zip')) return;
    const isSam = cx.written(fn.id)?.type === 'AWS::Serverless::Function';
    const at = fn.place('Code');
    const data = { id: fn.id };
    if (!isSam) cx.report('plain', at, { data });
    else if (at === fn.at) cx.report('unnamed', at, { data });
    // A location that lacks a part is reported as such.
    else if (!cx.reported(at)) cx.report('sam', at, { data });
  },
});
