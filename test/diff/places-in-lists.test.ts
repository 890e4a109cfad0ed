import { describe, expect, it } from 'vitest';
import { comparedOf } from './sides.ts';

const paths = (before: string, after: string): string[] =>
  comparedOf(before, after).resources.flatMap((change) =>
    [...change.differences, ...change.attributes].map(({ path }) => path.join('.')),
  );

const bucket = (...prefixes: readonly string[]) => `Parameters: {Stage: {Type: String}}
Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        TopicConfigurations:
${prefixes.map((prefix) => (prefix.startsWith('!') ? `          - ${prefix}\n` : `          - {Topic: t, Event: 's3:ObjectCreated:*', Filter: {S3Key: {Rules: [{Name: prefix, Value: ${prefix}}]}}}\n`)).join('')}`;

const value = 'Filter.S3Key.Rules.0.Value';
const all = 'NotificationConfiguration.TopicConfigurations';

describe('the path of a difference names the place of an item in the new template', () => {
  it.each([
    ['first', ['p0', 'p1', 'p2'], ['q0', 'p1', 'p2'], [`${all}.0.${value}`]],
    ['last', ['p0', 'p1', 'p2'], ['p0', 'p1', 'a2'], [`${all}.2.${value}`]],
    ['one in another order', ['p0', 'p1', 'p2'], ['p2', 'q1', 'p0'], [`${all}.1.${value}`]],
    ['one that is added', ['p1', 'p2'], ['p2', 'p1', 'a0'], [`${all}.2`]],
    ['one that goes, by its place in the old one', ['p2', 'p0', 'p1'], ['p1', 'p2'], [`${all}.1`]],
    [
      'one after what is not there',
      ["!Ref 'AWS::NoValue'", 'p1'],
      ["!Ref 'AWS::NoValue'", 'q1'],
      [`${all}.1.${value}`],
    ],
  ])('where a set is in no order: the %s', (_, before, after, expected) => {
    expect(paths(bucket(...before), bucket(...after))).toEqual(expected);
  });

  it('where a list has an order, after what is not there', () => {
    const key = (...layers: readonly string[]) =>
      `Resources: {F: {Type: AWS::Lambda::Function, Properties: {Layers: [!Ref 'AWS::NoValue', ${layers.join(', ')}]}}}\n`;
    expect(paths(key('c', 'b'), key('c', 'a'))).toEqual(['Layers.2']);
  });

  it('in a policy, whose statements may stand alone', () => {
    const role = (actions: string, condition = '[c, b]') => `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: one
          PolicyDocument:
            Statement: {Effect: Allow, Action: ${actions}, Resource: '*', Condition: {StringEquals: {'aws:x': ${condition}}}}
`;
    const statement = 'Policies.one.PolicyDocument.Statement.0';
    expect(paths(role('[s3:PutObject, s3:GetObject]'), role('[s3:PutObject, s3:GetObject, s3:DeleteObject]'))).toEqual([
      `${statement}.Action.2`,
    ]);
    expect(paths(role('[s3:PutObject]'), role('[s3:PutObject]', '[c, b, a]'))).toEqual([
      `${statement}.Condition.StringEquals.aws:x.2`,
    ]);
  });

  it('beside the properties', () => {
    const topics = (dependsOn: string) =>
      `Resources: {A: {Type: AWS::SNS::Topic}, B: {Type: AWS::SNS::Topic}, C: {Type: AWS::SNS::Topic, DependsOn: ${dependsOn}}}\n`;
    expect(paths(topics('B'), topics('[B, A]'))).toEqual(['DependsOn.1']);
  });
});
