import { expect, test } from 'vitest';
import { expand } from '../../src/index.ts';
import { getIn } from '../../src/model/tree.ts';
import { lineOf } from '../line.ts';

const provider = (properties: string): string => `Resources:
  Provider:
    Type: AWS::Serverless::CapacityProvider
    Metadata: {Mine: true}
    Properties:
      VpcConfig: {SubnetIds: [a]}
      ${properties}
`;
const resource = (properties: string, id: string) => getIn(expand(provider(properties)).template, 'Resources', id);

test('propagated tags come after those of the transform on the role, and before them on the provider', () => {
  const properties = 'Tags: {A: b}\n      PropagateTags: true';
  const keys = (id: string) =>
    (getIn(resource(properties, id), 'Properties', 'Tags') as { Key: string }[]).map(({ Key }) => Key);
  expect(keys('Provider')).toEqual(['A', 'lambda:createdBy']);
  expect(keys('ProviderOperatorRole')).toEqual(['lambda:createdBy', 'A']);
});

test('texts that are numbers become numbers', () => {
  const properties = 'ScalingConfig: {MaxVCpuCount: "10", AverageCPUUtilization: "62.5"}';
  expect(getIn(resource(properties, 'Provider'), 'Properties', 'CapacityProviderScalingConfig')).toMatchObject({
    MaxVCpuCount: 10,
    ScalingPolicies: [{ TargetValue: 62.5 }],
  });
});

test('networks given as empty maps stay maps', () => {
  const text = provider('').replace('{SubnetIds: [a]}', '{SubnetIds: {}, SecurityGroupIds: {}}');
  expect(getIn(expand(text).template, 'Resources', 'Provider', 'Properties', 'VpcConfig')).toEqual({
    SubnetIds: {},
    SecurityGroupIds: {},
  });
});

test.each([
  ['[]', {}],
  ["['']", [{}]],
  ["[a, '']", ['a', {}]],
  ['[ab, cd]', { a: 'b', c: 'd' }],
  ['[ab, abc]', ['ab', 'abc']],
])('a list that Python can make a map of becomes one, as in the transform: %s', (written, expected) => {
  const text = provider(`InstanceRequirements: {Architectures: ${written}, AllowedTypes: ${written}}`).replace(
    '{SubnetIds: [a]}',
    `{SubnetIds: ${written}, SecurityGroupIds: ${written}}`,
  );
  expect(getIn(expand(text).template, 'Resources', 'Provider', 'Properties')).toMatchObject({
    VpcConfig: { SubnetIds: expected, SecurityGroupIds: expected },
    InstanceRequirements: { Architectures: expected, AllowedInstanceTypes: expected },
  });
});

test('the role gets no metadata and is left out when one is given', () => {
  expect(getIn(resource('', 'ProviderOperatorRole'), 'Metadata')).toBeUndefined();
  expect(getIn(resource('', 'Provider'), 'Metadata')).toEqual({ Mine: true });
  expect(resource('OperatorRole: arn', 'ProviderOperatorRole')).toBeUndefined();
});

test('renamed sections are traced to where they were written', () => {
  const properties = 'ScalingConfig: {MaxVCpuCount: 1}';
  const made = getIn(resource(properties, 'Provider'), 'Properties', 'CapacityProviderScalingConfig');
  expect(lineOf(provider(properties), made)).toBe(properties);
});

test.each([
  ['InstanceRequirements: {AllowdTypes: [a]}', 'unknown-property', 30],
  ['InstanceRequirements: {AllowedTypes: [a], ExcludedTypes: [b]}', 'exclusive-properties', 64],
  ['ScalingConfig: {MaxVCpuCount: many}', 'wrong-type', 37],
  ['ScalingConfig: {MaxVCpuCount: [1]}', 'wrong-type', 37],
])('%s is told at its place', (properties, code, column) => {
  expect(expand(provider(properties)).problems).toMatchObject([{ code, level: 'error', line: 7, column }]);
});
