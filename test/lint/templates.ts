/** A template with one function; its properties, in flow style, start at line 4, column 18. */
export const lambda = (properties: string, further = ''): string => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {${properties}}
${further}`;

/** A template with one mapping from a source (`Fn::GetAtt` or an ARN); its properties go on at line 7, column 7. */
export const mapping = (source: string, properties: string): string => `Resources:
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: fn
      EventSourceArn: ${source}
      ${properties.trim().replaceAll('\n', '\n      ')}
`;

/** A SAM function that is whole, as one of several resources; further properties start at its line 7, column 7. */
export const samFunctionCalled = (id: string, properties: string): string => `  ${id}:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.handler
      Runtime: nodejs22.x
      ${properties.trim().replaceAll('\n', '\n      ')}
`;

/** A SAM function that is whole; further properties, in block style, start at line 8, column 7. */
export const samFunction = (properties: string, further = ''): string =>
  `Resources:\n${samFunctionCalled('Fn', properties)}${further}`;

/** A SAM function with the event `Orders`; the event's properties, in block style, start at line 12, column 13. */
export const samEvent = (type: string, properties: string, further = ''): string =>
  samFunction(
    `Events:
  Orders:
    Type: ${type}
    Properties:
      ${properties.trim().replaceAll('\n', '\n      ')}`,
    further,
  );

/** ARNs of sources. */
export const sources = {
  sqs: 'arn:aws:sqs:eu-west-1:123456789012:orders',
  fifo: 'arn:aws:sqs:eu-west-1:123456789012:orders.fifo',
  kinesis: 'arn:aws:kinesis:eu-west-1:123456789012:stream/orders',
  dynamodb: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000',
  mq: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-1',
  msk: 'arn:aws:kafka:eu-west-1:123456789012:cluster/orders/1',
  documentdb: 'arn:aws:rds:eu-west-1:123456789012:cluster:orders',
} as const;

/** A function that reads a queue of the same template: SAM's event at line 9, the queue at line 14 or below. */
export const queueReader = (fn: string, event: string, queue: string): string =>
  samFunction(
    `${fn}
Events:
  Orders:
    Type: SQS
    Properties:
      Queue: !GetAtt Queue.Arn
      ${event.replaceAll('\n', '\n      ')}`,
    `  Queue:
    Type: AWS::SQS::Queue
${queue}
`,
  );

/** A template with one resource; its properties, in flow style, start at line 4, column 18. */
export const resource = (type: string, properties: string, further = ''): string => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
${further}`;

/** A function with a deployment preference, in flow style at line 9, column 29. */
export const gradual = (preference: string, alias = 'AutoPublishAlias: live'): string =>
  samFunction(`${alias}\nDeploymentPreference: ${preference}`);
