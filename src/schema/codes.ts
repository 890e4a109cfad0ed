import type { CodeDocs } from '../model/code-doc.ts';

const sam =
  'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html';

/** What is documented of the codes that properties of all types have. */
export const schemaCodes: CodeDocs = {
  'unknown-property': {
    title: 'Property that the type does not have',
    why: 'The transform refuses a template in which a resource or event has a property that its type does not have. Most often the name is misspelt, or the property belongs one level further in or out.',
    cure: 'Correct the name. Where the message suggests one, the value is checked as that of the suggested property.',
    source: sam,
    example: { in: 'function', fails: '‹Timeot›: 30', passes: 'Timeout: 30' },
  },
  'missing-property': {
    title: 'Required property that is not given',
    why: 'The transform cannot expand the resource or event without it, so it refuses the template.',
    cure: 'Add the property.',
    source: sam,
    example: {
      in: 'function',
      fails: 'Events:\n  ‹Nightly›:\n    Type: ScheduleV2\n    Properties: {Description: Every night}',
      passes: 'Events:\n  Nightly:\n    Type: ScheduleV2\n    Properties: {ScheduleExpression: cron(0 2 * * ? *)}',
    },
  },
  'wrong-type': {
    title: 'Value of the wrong type',
    why: 'The transform reads the value and needs it as a map, a list, a string, a number, or true or false. It is a warning where the transform passes it on and CloudFormation refuses it later.',
    cure: 'Write the value as the message says. Where no intrinsic function is allowed, use one for the values inside, or declare a parameter.',
    source: sam,
    example: {
      in: 'function',
      fails: 'Environment: ‹[TABLE=orders]›',
      passes: 'Environment:\n  Variables: {TABLE: orders}',
    },
  },
  'wrong-value': {
    title: 'Value that the property does not take',
    why: 'The property takes one of a few values, or a text of a certain form, and the transform refuses others.',
    cure: 'Use one of the values in the message.',
    source: sam,
    example: {
      in: 'function',
      fails:
        'DeadLetterQueue: {Type: ‹Queue›, TargetArn: !Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:dead"}',
      passes:
        'DeadLetterQueue: {Type: SQS, TargetArn: !Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:dead"}',
    },
  },
  'exclusive-properties': {
    title: 'Properties that exclude each other',
    why: 'Both set the same thing, so the transform cannot tell which one is meant.',
    cure: 'Keep one of them.',
    source: sam,
    example: {
      in: 'http-api',
      fails:
        'DefinitionUri: ‹s3://definitions/shop.yaml›\nDefinitionBody: {openapi: 3.0.1, info: {title: Shop, version: "1"}, paths: {}}',
      passes: 'DefinitionUri: s3://definitions/shop.yaml',
    },
  },
  'requires-property': {
    title: 'Property that needs another one',
    why: 'The property has no meaning without the other one, so the transform refuses it alone.',
    cure: 'Add the other property, or remove this one.',
    source: sam,
    example: {
      in: 'function',
      fails: '‹DeploymentPreference›: {Type: AllAtOnce}',
      passes: 'AutoPublishAlias: live\nDeploymentPreference: {Type: AllAtOnce}',
    },
  },
};
