import { expect, it } from 'vitest';
import { changePicture } from '../../src/review/diff-picture.ts';
import { changeOf } from '../diff/sides.ts';
import { shop } from './reviewed.ts';

it('the picture of a change marks what is added, removed and replaced, with what is next to it', () => {
  const after = shop
    .replace(
      '  Failed: {Type: AWS::SQS::Queue}\n',
      '  Failed: {Type: AWS::SQS::Queue}\n  Audit: {Type: AWS::Logs::LogGroup}\n  Extra:\n    Type: AWS::Serverless::Function\n    Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b, Policies: [{DynamoDBReadPolicy: {TableName: !Ref Orders}}]}\n',
    )
    .replace(
      'Orders: {Type: AWS::Serverless::SimpleTable}',
      'Orders: {Type: AWS::Serverless::SimpleTable, Properties: {TableName: orders}}',
    )
    .replace(/ {2}Unheard.*\n/, '');
  const picture = changePicture(changeOf(shop, after));
  expect(picture).toMatch(/n\d+\["Extra"\]:::added/);
  expect(picture).toMatch(/n\d+\[\("Orders"\)\]:::replaced/);
  expect(picture).toContain('linkStyle');
  expect(picture).toContain('classDef added');
  expect(picture).not.toContain('"Failed"');
  expect(changePicture(changeOf(shop, shop))).toBe('');
});
