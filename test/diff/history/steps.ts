/** One commit of the example: what it changes in which file. */
export interface Step {
  /** The subject of the commit. */
  readonly subject: string;
  readonly file: string;
  /** Every text is replaced by the one after it; it must be there. */
  readonly edits: readonly (readonly [string, string])[];
  /** The id of the consequence that the commit is there for. */
  readonly consequence: string;
}

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: {AllowOrigins: ['https://shop.example.com'], AllowMethods: [GET, POST]}
      Auth:
        DefaultAuthorizer: Customers
        Authorizers:
          Customers:
            IdentitySource: $request.header.Authorization
            JwtConfiguration: {issuer: 'https://login.example.com', audience: [shop]}

  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]

  Invoices:
    Type: AWS::S3::Bucket

  Clicks:
    Type: AWS::Kinesis::Stream
    Properties: {RetentionPeriodHours: 168, StreamModeDetails: {StreamMode: ON_DEMAND}}

  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/place-order
      Handler: index.handler
      Runtime: nodejs22.x
      Timeout: 10
      AutoPublishAlias: live
      DeploymentPreference: {Type: Canary10Percent5Minutes, Alarms: [!Ref Errors]}
      Environment: {Variables: {TABLE: !Ref Orders}}
      Policies:
        - DynamoDBWritePolicy: {TableName: !Ref Orders}
      Events:
        Place: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: /orders, Method: post}}
        Show: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: '/orders/{id}', Method: get}}
        Cancel: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: '/orders/{id}', Method: delete}}

  CountClicks:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/count-clicks
      Handler: index.handler
      Runtime: nodejs22.x
      Events:
        Clicks: {Type: Kinesis, Properties: {Stream: !GetAtt Clicks.Arn, StartingPosition: TRIM_HORIZON}}

  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/Lambda, MetricName: Errors, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanOrEqualToThreshold}
`;

/** The files before the first commit that is told. */
export const start: Readonly<Record<string, string>> = {
  'template.yaml': template,
  'src/place-order/index.mjs': 'export const handler = async () => ({ statusCode: 201 });\n',
  'src/count-clicks/index.mjs': 'export const handler = async () => {};\n',
};

/** Ten commits, each with one consequence. */
export const steps: readonly Step[] = [
  {
    subject: 'Give slow payment providers more time',
    file: 'template.yaml',
    edits: [['Timeout: 10', 'Timeout: 25']],
    consequence: 'alias-not-moved',
  },
  {
    subject: 'Answer with the address of the order',
    file: 'src/place-order/index.mjs',
    edits: [['statusCode: 201', "statusCode: 201, headers: { location: '/orders/1' }"]],
    consequence: 'rollout',
  },
  {
    subject: 'Call the key of an order what it is',
    file: 'template.yaml',
    edits: [
      ['[{AttributeName: id, AttributeType: S}]', '[{AttributeName: orderId, AttributeType: S}]'],
      ['[{AttributeName: id, KeyType: HASH}]', '[{AttributeName: orderId, KeyType: HASH}]'],
    ],
    consequence: 'data-lost',
  },
  {
    subject: 'Remove the route that cancels orders',
    file: 'template.yaml',
    edits: [
      ["        Cancel: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: '/orders/{id}', Method: delete}}\n", ''],
    ],
    consequence: 'route-removed',
  },
  {
    subject: 'Show orders without a login while we test',
    file: 'template.yaml',
    edits: [["Path: '/orders/{id}', Method: get}", "Path: '/orders/{id}', Method: get, Auth: {Authorizer: NONE}}"]],
    consequence: 'route-public',
  },
  {
    subject: 'Fix the missing permission',
    file: 'template.yaml',
    edits: [
      [
        '        - DynamoDBWritePolicy: {TableName: !Ref Orders}\n',
        "        - DynamoDBWritePolicy: {TableName: !Ref Orders}\n        - Statement: [{Effect: Allow, Action: 's3:*', Resource: '*'}]\n",
      ],
    ],
    consequence: 'permissions-all',
  },
  {
    subject: 'Let the accountants read the invoices',
    file: 'template.yaml',
    edits: [
      [
        '  Clicks:\n    Type: AWS::Kinesis::Stream',
        `  ForAccountants:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Invoices
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Invoices.Arn}/*', Principal: {AWS: '210987654321'}}]

  Clicks:
    Type: AWS::Kinesis::Stream`,
      ],
    ],
    consequence: 'callers-gained',
  },
  {
    subject: 'Count only what comes from now on',
    file: 'template.yaml',
    edits: [['StartingPosition: TRIM_HORIZON', 'StartingPosition: LATEST']],
    consequence: 'replacement-refused',
  },
  {
    subject: 'Keep clicks for a day',
    file: 'template.yaml',
    edits: [['RetentionPeriodHours: 168', 'RetentionPeriodHours: 24']],
    consequence: 'retention-shortened',
  },
  {
    subject: 'Have five instances ready',
    file: 'template.yaml',
    edits: [
      [
        'AutoPublishAlias: live\n',
        'AutoPublishAlias: live\n      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 5}\n',
      ],
    ],
    consequence: 'cost-added',
  },
];
