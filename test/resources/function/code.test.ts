import { describe, expect, test } from 'vitest';
import { expand, type Reader } from '../../../src/index.ts';
import { getIn, type Json } from '../../../src/model/tree.ts';
import { functionWith } from './template.ts';

const withCode = (uri: string): string => functionWith('').replace('InlineCode: x', `CodeUri: ${uri}`);
const codeOf = (uri: string): Json | undefined =>
  getIn(expand(withCode(uri)).template, 'Resources', 'Fn', 'Properties', 'Code');

describe('an S3 URI', () => {
  test.each([
    ['s3://b/k', { S3Bucket: 'b', S3Key: 'k' }],
    ['s3://b//a/k.zip', { S3Bucket: 'b', S3Key: 'a/k.zip' }],
    ['s3://b/k?versionId=a%2Fb', { S3Bucket: 'b', S3Key: 'k', S3ObjectVersion: 'a/b' }],
    ['s3://b/k?versionId=', { S3Bucket: 'b', S3Key: 'k' }],
    ['s3://b/k?versionId=1&versionId=2', { S3Bucket: 'b', S3Key: 'k' }],
    ['"s3://{{resolve:ssm:bucket}}/k"', { S3Bucket: '{{resolve:ssm:bucket}}', S3Key: 'k' }],
  ])('%s is taken apart', (uri, expected) => {
    expect(codeOf(uri)).toEqual(expected);
  });

  test.each([
    ['https://b/k', 'invalid-s3-uri'],
    ['s3://b', 'invalid-s3-uri'],
    ['"s3://{{resolve:ssm:/a/b}}/k"', 'dynamic-reference'],
    ['{Bucket: b}', 'incomplete-s3-location'],
    ['!Ref Code', 'wrong-type'],
    ['[]', 'wrong-type'],
  ])('%s is refused', (uri, code) => {
    expect(expand(withCode(uri)).problems).toMatchObject([{ code, line: 5, logicalId: 'Fn' }]);
  });
});

test('a location that is none does not hide what is wrong with events', () => {
  const template = withCode('!Ref Code').replace(/$/, '      Events: {A: {Type: Apy}}\n');
  expect(expand(template).problems.map(({ code }) => code)).toEqual(['wrong-type', 'unknown-event-type']);
});

describe('a local path', () => {
  const reader = (fingerprint: string): Reader => ({
    kind: () => 'directory',
    text: () => undefined,
    fingerprint: () => fingerprint,
  });
  const layer = 'Resources: {L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: ./layer}}}';

  test('becomes the place of its contents', () => {
    const { template } = expand(withCode('./src'), { reader: reader('f'), artifacts: { bucket: 'b', prefix: 'p' } });
    expect(getIn(template, 'Resources', 'Fn', 'Properties', 'Code')).toEqual({ S3Bucket: 'b', S3Key: 'p/f' });
  });

  test('makes a new version of a layer when its contents change', () => {
    const id = (fingerprint: string): string[] =>
      Object.keys(getIn(expand(layer, { reader: reader(fingerprint) }).template, 'Resources') ?? {});
    expect(id('one')).not.toEqual(id('two'));
    expect(id('one')).toEqual(id('one'));
  });
});

describe('a package type', () => {
  test('Image wants an image and brings its own runtime', () => {
    const template = functionWith('PackageType: Image\nLayers: [a]').replace('InlineCode: x', 'ImageUri: i');
    expect(expand(template).problems.map(({ line }) => line)).toEqual([6, 7, 9]);
  });

  test('Image with a Dockerfile is to be built first, and the message says so', () => {
    const unbuilt = functionWith('PackageType: Image')
      .replace(/ +InlineCode: x\n|.*(Handler|Runtime):.*\n/g, '')
      .replace(/$/, '    Metadata: {Dockerfile: Dockerfile}\n');
    expect(expand(unbuilt).problems).toMatchObject([
      { code: 'missing-image', message: expect.stringContaining('sam build') },
    ]);
  });

  test('Zip wants none', () => {
    expect(expand(functionWith('ImageConfig: {Command: [a]}')).problems).toMatchObject([
      { code: 'property-needs-image', line: 8 },
    ]);
  });
});
