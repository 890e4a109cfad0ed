import { describe, expect, it } from 'vitest';
import { saidBy } from './said.ts';

const one = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

describe('database-update-refused', () => {
  const instance = (version: string, more = '', engine = 'postgres') =>
    one('AWS::RDS::DBInstance', `Engine: ${engine}, EngineVersion: '${version}'${more}`);
  const cluster = (version: string) => one('AWS::RDS::DBCluster', `Engine: aurora-mysql, EngineVersion: ${version}`);
  const said = (before: string, after: string) => saidBy('database-update-refused', before, after);

  it('is an earlier version', () => {
    expect(said(instance('16.10'), instance('16.4'))).toEqual([
      "error database-update-refused new.yaml:4 The database instance 'Thing' goes back from version 16.10 to 16.4, which RDS does not do: the update fails.",
    ]);
    expect(said(cluster('8.0.mysql_aurora.3.08.0'), cluster('8.0.mysql_aurora.3.04.2'))).toHaveLength(1);
    expect(said(cluster('8.0.mysql_aurora.3.04.2'), cluster('8.0.mysql_aurora.3.10.0'))).toEqual([]);
    expect(said(instance('16.4'), instance('16'))).toEqual([]);
    expect(said(instance('16.4'), instance('16.10'))).toEqual([]);
    expect(said(instance('16.4'), instance('8.4.3', '', 'mysql'))).toEqual([]);
    expect(said(instance('16.4'), instance('{{resolve:ssm:version}}'))).toEqual([]);
  });

  it('is another major version that is not allowed', () => {
    expect(said(instance('16.4'), instance('17.2'))).toEqual([
      "error database-update-refused new.yaml:4 The database instance 'Thing' moves from version 16.4 to 17.2 without 'AllowMajorVersionUpgrade': the update fails.",
    ]);
    expect(said(instance('8.0.40', '', 'mysql'), instance('8.4.3', '', 'mysql'))).toHaveLength(1);
    expect(said(instance('8.0.40', '', 'mysql'), instance('8.0.41', '', 'mysql'))).toEqual([]);
    expect(said(instance('16.4'), instance('17.2', ', AllowMajorVersionUpgrade: true'))).toEqual([]);
    expect(said(instance('16.4'), instance('17.2', ', DBClusterIdentifier: orders'))).toEqual([]);
    expect(said(cluster('5.7.mysql_aurora.2.11.1'), cluster('8.0.mysql_aurora.3.04.2'))).toEqual([]);
  });

  it('is less storage', () => {
    const sized = (size: string) => one('AWS::RDS::DBInstance', `Engine: postgres, AllocatedStorage: ${size}`);
    expect(said(sized('"100"'), sized('50'))).toEqual([
      "error database-update-refused new.yaml:4 The database instance 'Thing' has 50 GiB of storage instead of 100, and RDS cannot make it smaller: the update fails.",
    ]);
    expect(said(sized('50'), sized('100'))).toEqual([]);
    expect(said(sized('100'), sized('"100"'))).toEqual([]);
    const moved = sized('50').replace('Engine: postgres', 'Engine: postgres, DBName: other');
    expect(said(sized('100'), moved)).toEqual([]);
  });
});

describe('update-refused', () => {
  it('is an attribute of a user pool that changes or goes', () => {
    const pool = (schema: string) => one('AWS::Cognito::UserPool', `Schema: [${schema}]`);
    const attribute = (name: string, type = 'String') => `{Name: ${name}, AttributeDataType: ${type}}`;
    const both = pool(`${attribute('tenant')}, ${attribute('team')}`);
    expect(saidBy('update-refused', both, pool(`${attribute('tenant', 'Number')}, ${attribute('team')}`))).toEqual([
      "error update-refused new.yaml:4 The user pool 'Thing' changes the attribute 'tenant' of its 'Schema': Amazon Cognito refuses to change or remove attributes.",
    ]);
    expect(saidBy('update-refused', both, pool(attribute('team')))).toEqual([
      "error update-refused new.yaml:4 The user pool 'Thing' loses the attribute 'tenant' of its 'Schema': Amazon Cognito refuses to change or remove attributes.",
    ]);
    expect(saidBy('update-refused', pool(attribute('team')), both)).toEqual([]);
    expect(saidBy('update-refused', both, pool(`${attribute('team')}, ${attribute('tenant')}`))).toEqual([]);
  });
});

describe('secret-regenerated', () => {
  it('is another way to generate the value', () => {
    const secret = (length: number, more = '') =>
      one('AWS::SecretsManager::Secret', `GenerateSecretString: {PasswordLength: ${length}}${more}`);
    expect(saidBy('secret-regenerated', secret(30), secret(40))).toEqual([
      "warning secret-regenerated new.yaml:4 The secret 'Thing' gets a new generated value: what was set from '{{resolve:secretsmanager:…}}', such as the password of a database, keeps the former one.",
    ]);
    expect(saidBy('secret-regenerated', secret(30), secret(30, ', Description: orders'))).toEqual([]);
    const given = one('AWS::SecretsManager::Secret', 'Description: orders');
    expect(saidBy('secret-regenerated', secret(30), given)).toEqual([]);
  });
});

describe('update-refused', () => {
  const key = (properties: string) => one('AWS::KMS::Key', `Description: a${properties}`);
  const said = (before: string, after: string) => saidBy('update-refused', key(before), key(after));

  it('is another kind of key', () => {
    expect(
      said(', KeySpec: SYMMETRIC_DEFAULT, KeyUsage: ENCRYPT_DECRYPT', ', KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY'),
    ).toEqual([
      "error update-refused new.yaml:4 The key 'Thing' changes its 'KeySpec', which is fixed when it is created: the service refuses the update.",
      "error update-refused new.yaml:4 The key 'Thing' changes its 'KeyUsage', which is fixed when it is created: the service refuses the update.",
    ]);
    expect(said('', ', MultiRegion: true')).toHaveLength(1);
    expect(said(', Origin: EXTERNAL', '')).toHaveLength(1);
  });

  it('is not a default that is written out', () => {
    expect(said('', ', KeySpec: SYMMETRIC_DEFAULT, KeyUsage: ENCRYPT_DECRYPT, MultiRegion: false')).toEqual([]);
    expect(said('', ', EnableKeyRotation: true')).toEqual([]);
  });
});

describe('a property that goes one way only', () => {
  it.each([
    [
      'AWS::EC2::Volume',
      'AvailabilityZone: eu-central-1a, Size: 50',
      'AvailabilityZone: eu-central-1a, Size: 40',
      "The volume 'Thing' has 40 GiB instead of 50, and Amazon EBS cannot make it smaller: the service refuses the update.",
    ],
    [
      'AWS::SSM::Parameter',
      'Type: String, Value: x, Tier: Advanced',
      'Type: String, Value: x, Tier: Standard',
      "The parameter 'Thing' goes back from the advanced to the standard tier, which Parameter Store does not do: the service refuses the update.",
    ],
  ])('is refused: %s', (type, before, after, text) => {
    expect(saidBy('update-refused', one(type, before), one(type, after))).toEqual([
      `error update-refused new.yaml:4 ${text}`,
    ]);
    expect(saidBy('update-refused', one(type, after), one(type, before))).toEqual([]);
  });

  it('is each one of a wait condition', () => {
    const wait = (timeout: number) =>
      one('AWS::CloudFormation::WaitCondition', `Handle: !Ref AWS::StackId, Timeout: '${timeout}'`);
    expect(saidBy('update-refused', wait(300), wait(600))).toEqual([
      "error update-refused new.yaml:4 The wait condition 'Thing' changes its 'Timeout', which is fixed when it is created: the service refuses the update.",
    ]);
  });
});
