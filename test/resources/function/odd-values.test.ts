import { expect, test } from 'vitest';
import { expand } from '../../../src/index.ts';
import type { Json } from '../../../src/model/tree.ts';
import { functionProperties } from '../../../src/resources/function/properties.ts';
import { layerProperties } from '../../../src/resources/layer-version/properties.ts';

const parts: Json[] = [
  null,
  '',
  'text',
  0,
  1.5,
  true,
  [],
  [null],
  [['a']],
  {},
  { a: null },
  { Ref: 'P' },
  { Ref: [] },
  { 'Fn::If': [] },
  { 'Fn::If': ['C', null, { Ref: 'AWS::NoValue' }] },
  { 'Fn::If': [{}, 'a', { Ref: 'AWS::NoValue' }] },
  { 'Fn::GetAtt': [1] },
];

/** Keys that the transform looks for inside of properties. */
const keys = [
  ...['Type', 'TargetArn', 'Enabled', 'Hooks', 'Alarms', 'Role', 'PassthroughCondition', 'AuthType', 'Cors', 'ApplyOn'],
  ...['Destination', 'OnSuccess', 'DestinationConfig', 'Bucket', 'Key', 'Version', 'Arn', 'Variables', 'MaxAge'],
];

const values: Json[] = [
  ...parts,
  ...keys.flatMap((key) => parts.map((part) => ({ [key]: part }))),
  ...parts.flatMap((part) => [
    { Type: 'SQS', TargetArn: part, Destination: part },
    { Type: 'AllAtOnce', Hooks: { PreTraffic: part }, Alarms: [part], Role: part, TriggerConfigurations: part },
    { DestinationConfig: { OnFailure: part, OnSuccess: { Type: 'SNS', Destination: part } } },
    { AuthType: 'NONE', Cors: { AllowOrigins: part } },
  ]),
];

const failures = (type: string, properties: { [name: string]: Json }): unknown[] => {
  const { problems } = expand({
    Parameters: { P: { Type: 'List', Default: ['a'] } },
    Resources: { Fn: { Type: type, Condition: 'C', Properties: properties } },
  });
  return problems.filter(({ code }) => code === 'internal-error');
};

const sound = {
  Handler: 'h',
  Runtime: 'r',
  AutoPublishAlias: 'live',
  AutoPublishAliasAllProperties: true,
  Tags: { a: 'b' },
  PropagateTags: true,
};

test.each(Object.keys(functionProperties))('no value of %s of a function is beyond it', (name) => {
  for (const value of values) {
    expect(failures('AWS::Serverless::Function', { ...sound, InlineCode: 'x', [name]: value })).toEqual([]);
  }
  for (const value of parts) {
    const image = { PackageType: 'Image', ImageUri: 'i' };
    expect(failures('AWS::Serverless::Function', { ...sound, ...image, [name]: value })).toEqual([]);
  }
});

test.each(Object.keys(layerProperties))('no value of %s of a layer is beyond it', (name) => {
  for (const value of values) {
    expect(failures('AWS::Serverless::LayerVersion', { ContentUri: 's3://b/k', [name]: value })).toEqual([]);
  }
});
