import { expect, it } from 'vitest';
import { tiesOf } from '../../src/build/ties.ts';
import { type ExpandOptions, expand } from '../../src/index.ts';
import type { JsonMap } from '../../src/model/tree.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';

const template = (properties: string, transform = 'AWS::Serverless-2016-10-31') => `Transform: ${transform}
Parameters: {Stage: {Type: String, Default: dev}, Title: {Type: String, Default: x}}
Conditions: {IsDev: !Equals [!Ref Stage, dev]}
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://b/k, ${properties}}}
  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Title}}
Outputs: {Stage: {Value: !Ref Stage}}
`;
const extensions = '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]';

const accounts = `Transform: AWS::LanguageExtensions
Mappings: {Sizes: {'123456789012': {Size: 9}}}
Resources:
  Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !FindInMap [Sizes, !Ref 'AWS::AccountId', Size, {DefaultValue: 30}]}}
`;

it('an expansion is made for the account only where that is known', () => {
  expect(expand(accounts).madeFor).toEqual([]);
  expect(expand(accounts, { parameters: { 'AWS::AccountId': '123456789012' } }).madeFor).toEqual(['AWS::AccountId']);
});

it.each([
  [template('AutoPublishAlias: !Ref Stage, Description: !Ref Title'), ['Stage']],
  [template('FunctionName: !Sub "${Stage}-${AWS::Region}"'), []],
  [template("AutoPublishAlias: !Sub '${Stage}-${AWS::Region}'", extensions), ['AWS::Region', 'Stage']],
  [template('AutoPublishAlias: !If [IsDev, a, b]', extensions), ['Stage']],
  [template('AutoPublishAlias: [a]'), []],
])('an expansion names the values that it needed: %#', (text, names) => {
  expect(expand(text).madeFor).toEqual(names);
});

it('an expansion names every value that makes it another one', { timeout: 60_000 }, () => {
  const missed: string[] = [];
  for (const { name, template: text } of readCases(casesFolder().folder)) {
    const { template: made, madeFor } = expand(text);
    if (made === undefined) continue;
    const expanded = (options: ExpandOptions) => expand(text, options).template as JsonMap | undefined;
    for (const tie of tiesOf(made as JsonMap, { made: made as JsonMap, options: {}, expand: expanded })) {
      if (tie.name !== 'AWS::Partition' && !madeFor.includes(tie.name)) missed.push(`${name}: ${tie.name}`);
    }
  }
  expect(missed).toEqual([]);
});
