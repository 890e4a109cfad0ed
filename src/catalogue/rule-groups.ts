import { inTable } from '../model/in-table.ts';

/** What rules are about, by the first word of their ids. */
const titles: Readonly<Record<string, string>> = {
  access: 'Who may call what',
  apigw: 'API Gateway',
  arn: 'Values and names',
  cfn: 'CloudFormation',
  cloudfront: 'CloudFront and Lambda@Edge',
  codedeploy: 'Gradual deployments',
  dynamodb: 'DynamoDB',
  edge: 'CloudFront and Lambda@Edge',
  esm: 'Event source mappings',
  events: 'EventBridge and Scheduler',
  hardcoded: 'Secrets',
  httpapi: 'API Gateway',
  iam: 'IAM',
  lambda: 'Lambda',
  logs: 'CloudWatch Logs',
  param: 'Secrets',
  route53: 'Route 53',
  s3: 'S3',
  sam: 'SAM',
  scheduler: 'EventBridge and Scheduler',
  secret: 'Secrets',
  sfn: 'Step Functions',
  sns: 'SNS and SQS',
  sqs: 'SNS and SQS',
  ssm: 'Values and names',
  synth: 'Suppressions and configuration',
  tags: 'Values and names',
  url: 'Lambda',
  vpc: 'Networks',
  websocket: 'API Gateway',
  yaml: 'Values and names',
};

/** The group that the documentation puts a rule in. */
export const groupOfRule = (id: string): string => inTable(titles, id.split('-')[0]!) ?? 'Other services';
