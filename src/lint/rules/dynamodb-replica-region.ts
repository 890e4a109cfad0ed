import { defineRule } from '../../model/rule.ts';
import { isIntrinsic, isList, isMap } from '../../model/tree.ts';
import { scalarText } from '../facts/texts/scalar.ts';

/** The Region that templates are looked at for where none is given: it may be another one. */
const assumed = 'us-east-1';

export const dynamodbReplicaRegion = defineRule({
  id: 'dynamodb-replica-region',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: "Global table without a replica in the stack's Region",
  description:
    'CloudFormation creates the first table of a global table in the Region of the stack, so `Replicas` has an entry for that: "The Replicas section must contain an entry for the current region". Checked where another Region than us-east-1 is given, with `--region` or in the configuration.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html; https://github.com/aws-cloudformation/rain/issues/339',
  macros: 'silent',
  messages: {
    missing: "The stack is for {region}, but '{id}' has replicas in {found} only; add one in {region}.",
  },
  example: {
    in: 'resources',
    region: 'eu-west-1',
    fails: `
Orders:
  Type: AWS::DynamoDB::GlobalTable
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    ‹Replicas›: [{Region: eu-central-1}]`,
    passes: `
Orders:
  Type: AWS::DynamoDB::GlobalTable
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    Replicas: [{Region: !Ref AWS::Region}]`,
  },
  on: ['AWS::DynamoDB::GlobalTable'],
  reads: ['Replicas'],
  check(table, cx) {
    const replicas = table.get('Replicas');
    if (!isList(replicas) || replicas.length === 0) return;
    const { region } = cx;
    if (region === assumed) return;
    const found = replicas.map((each) =>
      isMap(each) && !isIntrinsic(each) ? scalarText(cx.resolve(each['Region'])) : undefined,
    );
    if (found.some((each) => each === undefined || each === region)) return;
    cx.report('missing', table.keyPlace('Replicas'), { data: { id: table.id, region, found: found.join(', ') } });
  },
});
