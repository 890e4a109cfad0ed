/** A template of functions with three events each. */
export const functionsWithEvents = (count: number): string => {
  let text = 'Resources:\n';
  for (let at = 0; at < count; at++) {
    text += `  Function${at}:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://bucket/key${at}.zip
      Handler: index.handler
      Runtime: nodejs22.x
      MemorySize: 256
      Environment:
        Variables:
          STAGE: prod
          REGION: !Ref AWS::Region
      Events:
        Queue:
          Type: SQS
          Properties:
            Queue: arn:aws:sqs:eu-west-1:123456789012:queue
            BatchSize: 10
        Nightly:
          Type: Schedule
          Properties:
            Schedule: rate(1 day)
        Topic:
          Type: SNS
          Properties:
            Topic: arn:aws:sns:eu-west-1:123456789012:topic
`;
  }
  return text;
};

/** A template of one function with routes of the implicit REST API. */
export const routes = (count: number): string => {
  let text = `Resources:
  Function:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://bucket/key.zip
      Handler: index.handler
      Runtime: nodejs22.x
      Events:
`;
  for (let at = 0; at < count; at++) {
    text += `        Route${at}:
          Type: Api
          Properties:
            Path: /items/${at}
            Method: get
`;
  }
  return text;
};
