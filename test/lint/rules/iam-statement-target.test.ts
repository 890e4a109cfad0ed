import { iamStatementTarget } from '../../../src/lint/rules/iam-statement-target.ts';
import { marked } from '../marked.ts';
import { resource, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const others = `  Bucket: {Type: AWS::S3::Bucket}
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Table: {Type: AWS::DynamoDB::Table}
  Fn: {Type: AWS::Lambda::Function}
  Logs: {Type: AWS::Logs::LogGroup}
  Key: {Type: AWS::KMS::Key}
`;
const allow = (action: string, named: string, more = '') =>
  resource(
    'AWS::IAM::ManagedPolicy',
    `PolicyDocument: {Statement: [{Effect: Allow, Action: ${action}, Resource: ${named}${more}}]}`,
    others,
  );
const arn = (end: string) => `'arn:aws:${end}'`;

tester.run(iamStatementTarget, {
  valid: [
    allow("'s3:GetObject'", "!Sub '${Bucket.Arn}/*'"),
    allow("['s3:GetObject', 's3:ListBucket']", "[!GetAtt Bucket.Arn, !Sub '${Bucket.Arn}/*']"),
    allow("['s3:GetObject', 's3:ListBucket']", arn('s3:::orders*')),
    allow("'s3:GetObject'", arn('s3:eu-west-1:111122223333:accesspoint/a/object/*')),
    allow("'s3:ListBucket'", arn('s3:eu-west-1:111122223333:accesspoint/a')),
    allow("'s3:GetObject'", "!Sub '${Place}'"),
    allow("'s3:GetObject'", "!Join ['', [!ImportValue bucket, /*]]"),
    allow("'s3:GetObject'", "!Join ['', ['arn:', !If [A, aws, aws-cn], ':s3:::', !Ref Bucket, /*]]"),
    allow("'s3:*'", '!GetAtt Bucket.Arn'),
    allow("'*'", '!GetAtt Queue.Arn'),
    allow("['dynamodb:Query', 'dynamodb:GetItem']", "[!GetAtt Table.Arn, !Sub '${Table.Arn}/index/*']"),
    allow("'dynamodb:GetRecords'", '!GetAtt Table.StreamArn'),
    allow("'lambda:InvokeFunction'", "[!GetAtt Fn.Arn, !Sub '${Fn.Arn}:*']"),
    allow("'lambda:InvokeFunction'", "!Sub 'arn:aws:lambda:*:*:function:orders-*'"),
    allow("'logs:PutLogEvents'", "[!GetAtt Logs.Arn, !Sub 'arn:aws:logs:*:*:log-group:${Logs}:log-stream:*']"),
    allow("'kms:Decrypt'", '!GetAtt Key.Arn'),
    allow("['kms:CreateAlias', 'kms:DeleteAlias']", arn('kms:eu-west-1:111122223333:alias/orders')),
    allow("'sns:Publish'", "[!Ref Topic, !Sub 'arn:aws:sns:*:*:${Topic.TopicName}']"),
    allow("['sqs:SendMessage', 'sns:Publish']", '[!Ref Topic, !GetAtt Queue.Arn]'),
    allow("'ssm:GetParameter'", "!Sub 'arn:aws:ssm:*:*:parameter${Parameter}'"),
    allow("'ssm:GetParameter'", arn('ssm:eu-west-1:111122223333:parameter/orders/*')),
    allow("'ssm:SendCommand'", arn('ec2:eu-west-1:111122223333:instance/*')),
    allow("'states:StartExecution'", arn('states:eu-west-1:111122223333:stateMachine:orders')),
    allow("'events:PutEvents'", arn('events:eu-west-1:111122223333:event-bus/default')),
    allow("'es:ESHttpGet'", '!GetAtt Queue.Arn'),
    allow("'s3:GetObject'", '!GetAtt Bucket.Arn').replace('Allow', 'Deny'),
    allow("'s3:GetObject'", "'*'"),
    allow("'s3:GetObject'", "'arn:aws:s3*'"),
    // What SAM writes.
    samFunction('Policies: [{S3CrudPolicy: {BucketName: a}}, {SSMParameterReadPolicy: {ParameterName: /a/b}}]'),
  ],
  invalid: [
    marked(allow("‹'s3:GetObject'›", '!GetAtt Bucket.Arn'), {
      messageId: 'action',
      data: { actions: "'s3:GetObject'", service: 's3', shown: '<bucket>/*' },
    }),
    marked(allow("['s3:GetBucketLocation', ‹'s3:PutObject'›, 's3:GetObject']", "!Sub 'arn:aws:s3:::${Bucket}'"), {
      messageId: 'action',
      data: { actions: "'s3:PutObject', 's3:GetObject'" },
    }),
    marked(allow("['s3:GetObject', ‹'s3:ListBucket'›]", "!Sub '${Bucket.Arn}/*'"), 'action'),
    marked(allow("‹'s3:ListBucket'›", "['arn:aws:s3:::orders/*', 'arn:aws:s3:::invoices/in/*']"), 'action'),
    marked(allow("‹'sns:Publish'›", '!GetAtt Queue.Arn'), { messageId: 'action', data: { service: 'sns' } }),
    marked(allow("['dynamodb:GetItem', ‹'sqs:*'›]", '!GetAtt Table.Arn'), 'action'),
    marked(allow("‹'kms:Decrypt'›", arn('kms:eu-west-1:111122223333:alias/orders')), {
      messageId: 'action',
      data: { shown: 'key/<id>' },
    }),
    marked(allow("‹'states:StartExecution'›", arn('states:eu-west-1:111122223333:execution:orders')), 'action'),
    marked(allow("'dynamodb:GetItem'", "[!GetAtt Table.Arn, ‹'arn:aws:dynamodb:eu-west-1:111122223333:orders'›]"), {
      messageId: 'resource',
      data: { service: 'dynamodb', shown: 'table/<name>' },
    }),
    marked(allow("'lambda:InvokeFunction'", "‹!Sub 'arn:aws:lambda:${AWS::Region}:111122223333:orders'›"), 'resource'),
    marked(allow("'ssm:GetParameter'", "‹'arn:aws:ssm:eu-west-1:111122223333:parameter//orders/key'›"), 'slash'),
    marked(
      samFunction(
        "Policies: [{Statement: [{Effect: Allow, Action: ‹'s3:GetObject'›, Resource: 'arn:aws:s3:::orders'}]}]",
      ),
      'action',
    ),
  ],
});
