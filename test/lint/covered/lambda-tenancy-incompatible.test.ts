import { describe, expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

const isolated = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    TenancyConfig: {TenantIsolationMode: PER_TENANT}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://bucket/key
      Handler: index.handler
      Runtime: python3.13
      MemorySize: 256
      AutoPublishAlias: live
      ${properties.trim().replaceAll('\n', '\n      ')}
`;

describe('lambda-tenancy-incompatible: the transform reports what tenant isolation excludes', () => {
  it('provisioned concurrency', () => {
    expect(errorsOf(isolated('ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}'))).toEqual([
      '14:7 unsupported-with-tenancy',
    ]);
  });

  it('a function URL', () => {
    expect(errorsOf(isolated('FunctionUrlConfig: {AuthType: AWS_IAM}'))).toEqual(['14:7 unsupported-with-tenancy']);
  });

  it('SnapStart, which a rule of its own tells', () => {
    expect(errorsOf(isolated('SnapStart: {ApplyOn: PublishedVersions}'))).toEqual([
      '4:5 lambda-snapstart-incompatible',
    ]);
  });

  it('every event that is no API', () => {
    const events = `
Events:
  Rest: {Type: Api, Properties: {Path: /a, Method: get}}
  Http: {Type: HttpApi}
  Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
`;
    expect(errorsOf(isolated(events))).toEqual(['17:25 event-unsupported-with-tenancy']);
  });

  it('and nothing else', () => {
    expect(errorsOf(isolated('Events: {Rest: {Type: Api, Properties: {Path: /a, Method: get}}}'))).toEqual([]);
  });
});
