import { describe, expect, it } from 'vitest';
import { expand, lint, lower, raise } from '../../src/index.ts';

const spec = (access: string, more = ''): string => `synth: 1
functions:
  Resize:
    code: src
    handler: index.handler
    runtime: nodejs22.x
    access: ${access}
    events: [{bucket: Uploads, events: 's3:ObjectCreated:*'}]${more}
buckets:
  Uploads:
  Thumbs:
`;

const samOf = (text: string) => lower(text).template!;
const policies = (text: string): unknown => samOf(text).Resources['Resize']!.Properties!['Policies'];

describe('access to a bucket that starts the function', () => {
  it.each([
    ['verbs', '{Uploads: read, Thumbs: write}', [{ S3WritePolicy: { BucketName: { Ref: 'Thumbs' } } }]],
    ['actions', "{Uploads: ['s3:GetObject']}", undefined],
    ['statements', "{allow: 's3:GetObject', resource: '${Uploads.arn}/*'}", undefined],
  ])('is a policy of its own: %s', (_, access, kept) => {
    const text = spec(access);
    expect(policies(text)).toEqual(kept);
    expect(samOf(text).Resources['ResizeAccess']).toMatchObject({
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'ResizeAccess', Roles: [{ Ref: 'ResizeRole' }] },
    });
    const codes = lint(text, { path: 'synth.yaml' }).problems.map(({ code }) => code);
    expect(codes).not.toContain('cfn-circular-dependency');
  });

  it('has the condition of the function', () => {
    const text = `${spec('{Uploads: read}', '\n    when: Big')}conditions: {Big: !Equals [!Ref 'AWS::Region', us-east-1]}\n`;
    expect(samOf(text).Resources['ResizeAccess']).toMatchObject({ Condition: 'Big' });
  });

  it('stays in the role where another bucket starts the function', () => {
    const text = spec('{Thumbs: read}');
    expect(samOf(text).Resources).not.toHaveProperty('ResizeAccess');
    expect(policies(text)).toEqual([{ S3ReadPolicy: { BucketName: { Ref: 'Thumbs' } } }]);
  });

  it('comes back from SAM as it is there, circle or not', () => {
    const sam = `Transform: AWS::Serverless-2016-10-31
Resources:
  Uploads: {Type: AWS::S3::Bucket}
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.handler
      Runtime: nodejs22.x
      Policies: [S3ReadPolicy: {BucketName: !Ref Uploads}]
      Events: {E: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: s3:ObjectCreated:*}}}
`;
    expect(expand(raise(sam).text!).template).toEqual(expand(sam).template);
  });
});
