import { describe, expect, it } from 'vitest';
import { expand } from '../../src/index.ts';
import { getIn } from '../../src/model/tree.ts';

const table = (properties: object) =>
  expand({ Resources: { Table: { Type: 'AWS::Serverless::SimpleTable', Properties: properties } } });
const propertiesOf = (properties: object) => getIn(table(properties).template, 'Resources', 'Table', 'Properties');
const codes = (properties: object): string[] =>
  table(properties)
    .problems.filter(({ level }) => level === 'error')
    .map(({ code }) => code);

describe('a table', () => {
  it('leaves out what says nothing', () => {
    const empty = {
      PrimaryKey: {},
      Tags: {},
      ProvisionedThroughput: {},
      SSESpecification: {},
      TableName: '',
      PointInTimeRecoverySpecification: {},
    };
    expect(propertiesOf(empty)).toEqual(propertiesOf({}));
  });

  it('has a key whose name is a text', () => {
    expect(codes({ PrimaryKey: { Name: { Ref: 'A' }, Type: 'String' } })).toEqual(['wrong-type']);
    expect(codes({ PrimaryKey: { Name: 'a', Type: 'String' } })).toEqual([]);
  });

  it('has capacities that are numbers or follow from functions', () => {
    const units = { ReadCapacityUnits: 1, WriteCapacityUnits: { Ref: 'A' } };
    expect(propertiesOf({ ProvisionedThroughput: units })).toMatchObject({ ProvisionedThroughput: units });
    expect(codes({ ProvisionedThroughput: { ReadCapacityUnits: '1', WriteCapacityUnits: 1 } })).toEqual(['wrong-type']);
  });
});
