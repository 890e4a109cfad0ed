import { describe, expect, test } from 'vitest';
import { expand } from '../../../src/index.ts';
import { get, getIn, type Json } from '../../../src/model/tree.ts';
import { lineOf } from '../../line.ts';
import { functionWith } from './template.ts';

const versionOf = (template: string, parameters: Record<string, Json> = {}): string | undefined => {
  const resources = getIn(expand(template, { parameters }).template, 'Resources');
  return Object.keys(resources ?? {}).find((id) => get(get(resources, id), 'Type') === 'AWS::Lambda::Version');
};

const alias = 'AutoPublishAlias: live\n';

describe('the logical id of a version', () => {
  test('follows the code, the environment and the memory, not the timeout', () => {
    const id = versionOf(functionWith(alias));
    expect(versionOf(functionWith(`${alias}Timeout: 5`))).toBe(id);
    expect(versionOf(functionWith(`${alias}MemorySize: 512`))).not.toBe(id);
    expect(versionOf(functionWith(`${alias}Environment: {Variables: {A: b}}`))).not.toBe(id);
    expect(versionOf(functionWith(alias).replace('InlineCode: x', 'InlineCode: y'))).not.toBe(id);
  });

  test('follows a parameter that names the code', () => {
    const template = functionWith(alias, 'Parameters: {Key: {Type: String}}\n').replace(
      'InlineCode: x',
      'CodeUri: {Bucket: b, Key: !Ref Key}',
    );
    expect(versionOf(template, { Key: 'one' })).not.toBe(versionOf(template, { Key: 'two' }));
    const code = getIn(
      expand(template, { parameters: { Key: 'one' } }).template,
      'Resources',
      'Fn',
      'Properties',
      'Code',
    );
    expect(code).toEqual({ S3Bucket: 'b', S3Key: 'one' });
  });

  test('follows all properties where that is asked for', () => {
    const all = `${alias}AutoPublishAliasAllProperties: true\n`;
    expect(versionOf(functionWith(`${all}Timeout: 5`))).not.toBe(versionOf(functionWith(`${all}Timeout: 6`)));
  });

  test.each(['4', '4.0', '4.5', '"4"'])('takes a ratio of memory to vCPUs of %s as a whole number', (ratio) => {
    const template = functionWith(
      `${alias}AutoPublishAliasAllProperties: true\nCapacityProviderConfig: {Arn: a, ExecutionEnvironmentMemoryGiBPerVCpu: ${ratio}}`,
    );
    expect(versionOf(template)).toBe('FnVersionbdd8bfd287');
  });

  test('follows layers that ask for it, and only those', () => {
    const template = (publish: boolean, description: string) =>
      functionWith(
        `${alias}AutoPublishAliasAllProperties: true\nLayers: [!Ref L]`,
        '',
        `  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: s3://b/k, PublishLambdaVersion: ${publish}, Description: ${description}}}`,
      );
    expect(versionOf(template(true, 'one'))).not.toBe(versionOf(template(true, 'two')));
    expect(versionOf(template(false, 'one'))).toBe(versionOf(template(false, 'two')));
  });

  test('is the given hash, which becomes part of the description too', () => {
    const template = functionWith(
      `${alias}AutoPublishCodeSha256: 0123456789abcdef\nDescription: !Sub "Of \${AWS::StackName}"`,
    );
    expect(versionOf(template)).toBe('FnVersion0123456789');
    expect(getIn(expand(template).template, 'Resources', 'Fn', 'Properties', 'Description')).toEqual({
      'Fn::Join': [' ', [{ 'Fn::Sub': 'Of ${AWS::StackName}' }, '0123456789abcdef']],
    });
  });
});

describe('versions and aliases', () => {
  test('are traced to the property that asks for them', () => {
    const template = functionWith(`Timeout: 5\n${alias}`);
    const resources = getIn(expand(template).template, 'Resources');
    expect(lineOf(template, get(resources, versionOf(template)!))).toBe('AutoPublishAlias: live');
    expect(lineOf(template, get(resources, 'FnAliaslive'))).toBe('AutoPublishAlias: live');
  });

  test('are deleted on a capacity provider, unless the author says otherwise', () => {
    const policyOf = (properties: string): Json | undefined => {
      const template = functionWith(alias + properties);
      return getIn(expand(template).template, 'Resources', versionOf(template)!, 'DeletionPolicy');
    };
    const provider = 'CapacityProviderConfig: {Arn: a}\n';
    expect(policyOf('')).toBe('Retain');
    expect(policyOf(provider)).toBe('Delete');
    expect(policyOf(`${provider}VersionDeletionPolicy: Retain`)).toBe('Retain');
  });

  test.each(['7', "'7'", 'a b', '{Ref: AWS::StackName}'])('of the name %s are refused', (name) => {
    const { problems } = expand(functionWith(`AutoPublishAlias: ${name}`));
    expect(problems).toMatchObject([{ level: 'error', line: 8, logicalId: 'Fn' }]);
  });
});
