import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { formOf, refTypes } from '../../src/model/references.ts';

describe('what references give', () => {
  it('is told of types that exist', () => {
    const published = new Set(bundledSpecs('types.json') as string[]);
    const unknown = refTypes().filter((type) => !published.has(type) && !type.startsWith('AWS::Serverless::'));
    expect(unknown).toEqual([]);
    expect(new Set(refTypes()).size).toBe(refTypes().length);
  });

  it('is a name of some, an ARN, id or URL of others', () => {
    expect(formOf('AWS::IAM::Role')).toBe('name');
    expect(formOf('AWS::IAM::Role', 'Arn')).toBe('arn');
    expect(formOf('AWS::IAM::Role', 'RoleId')).toBe('id');
    expect(formOf('AWS::SQS::Queue')).toBe('url');
    expect(formOf('AWS::SQS::Queue', 'QueueName')).toBe('name');
    expect(formOf('AWS::S3::Bucket', 'RegionalDomainName')).toBe('domain');
    expect(formOf('AWS::SecretsManager::Secret', 'Id')).toBe('arn');
  });

  it('is not known of what is not listed, and of attributes whose names say nothing', () => {
    expect(formOf('AWS::Example::Thing')).toBeUndefined();
    expect(formOf('AWS::SSM::Parameter', 'Value')).toBeUndefined();
  });
});
