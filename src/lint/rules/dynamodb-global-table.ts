import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';

export const dynamodbGlobalTable = defineRule({
  id: 'dynamodb-global-table',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Global table whose replicas have no stream',
  description:
    'DynamoDB copies between the replicas of a global table by its stream, so a table with more than one replica needs a `StreamSpecification`. Tables with `MultiRegionConsistency: STRONG` are copied without one.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
  messages: {
    stream: "'{id}' has {count} replicas and so needs 'StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::DynamoDB::GlobalTable
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    ‹Replicas›: [{Region: us-east-1}, {Region: eu-west-1}]`,
    passes: `
Orders:
  Type: AWS::DynamoDB::GlobalTable
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
    Replicas: [{Region: us-east-1}, {Region: eu-west-1}]`,
  },
  on: ['AWS::DynamoDB::GlobalTable'],
  check(table, cx) {
    const replicas = table.get('Replicas');
    const count = isList(replicas) ? certainItems(replicas).length : 0;
    const consistencies = table.all('MultiRegionConsistency');
    const isEventual = consistencies.every(({ value }) => cx.resolve(value) === 'EVENTUAL');
    if (count < 2 || !isEventual || !table.lacks('StreamSpecification')) return;
    cx.report('stream', table.keyPlace('Replicas'), { data: { id: table.id, count } });
  },
});
