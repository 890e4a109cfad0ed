import { pipesParameters } from '../../../src/lint/rules/pipes-parameters.ts';
import { tester } from '../tester.ts';

const pipe = (properties: string) => `Resources:
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties: {RoleArn: r, ${properties}}
  Clicks: {Type: AWS::Kinesis::Stream}
  Jobs: {Type: AWS::SQS::Queue}
  Done: {Type: AWS::SQS::Queue}
`;
const stream = 'Source: !GetAtt Clicks.Arn';
const queue = 'Source: !GetAtt Jobs.Arn';
const toQueue = 'Target: !GetAtt Done.Arn';

tester.run(pipesParameters, {
  valid: [
    pipe(`${stream}, SourceParameters: {KinesisStreamParameters: {StartingPosition: LATEST}}, ${toQueue}`),
    pipe(
      `${stream}, SourceParameters: !If [A, {KinesisStreamParameters: {StartingPosition: LATEST}}, !Ref P], ${toQueue}`,
    ),
    pipe(`${queue}, ${toQueue}`),
    pipe(`${queue}, SourceParameters: {FilterCriteria: {}, SqsQueueParameters: {BatchSize: 1}}, ${toQueue}`),
    pipe(`Source: !Ref Stream, ${toQueue}`),
    pipe(`Source: !If [A, !GetAtt Clicks.Arn, !GetAtt Jobs.Arn], ${toQueue}`),
    pipe(`${queue}, Target: !GetAtt Clicks.Arn, TargetParameters: {KinesisStreamParameters: {PartitionKey: $.id}}`),
    pipe(`${queue}, Target: !Ref Bus, TargetParameters: {EventBridgeEventBusParameters: {Source: awsome}}`),
    pipe(`${queue}, Target: 'arn:aws:sns:us-east-1:123456789012:t', TargetParameters: {InputTemplate: a}`),
  ],
  invalid: [
    {
      template: pipe(`${stream}, ${toQueue}`),
      problems: [
        {
          messageId: 'missing',
          line: 4,
          column: 38,
          data: { service: 'Kinesis', property: 'KinesisStreamParameters', needs: 'StartingPosition' },
        },
      ],
    },
    {
      template: pipe(
        `Source: 'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026', SourceParameters: {}, ${toQueue}`,
      ),
      problems: [{ messageId: 'missing', line: 4, column: 38, data: { property: 'DynamoDBStreamParameters' } }],
    },
    {
      template: pipe(`${queue}, Target: !GetAtt Clicks.Arn`),
      problems: [{ messageId: 'missing', line: 4, column: 64, data: { needs: 'PartitionKey' } }],
    },
    {
      template: pipe(`${queue}, SourceParameters: {KinesisStreamParameters: {StartingPosition: LATEST}}, ${toQueue}`),
      problems: [
        { messageId: 'foreign', line: 4, column: 75, level: 'warning', data: { property: 'SqsQueueParameters' } },
      ],
    },
    {
      template: pipe(
        `${queue}, Target: !Ref Bus, TargetParameters: {EventBridgeEventBusParameters: {Source: aws.mine}}`,
      ),
      problems: [{ messageId: 'reserved', line: 4, column: 133, data: { value: 'aws.mine' } }],
    },
  ],
});
