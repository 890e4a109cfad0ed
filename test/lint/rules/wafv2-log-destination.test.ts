import { wafv2LogDestination } from '../../../src/lint/rules/wafv2-log-destination.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const logging = (destination: string, resources = '') => `Parameters:
  Name: {Type: String}
Conditions:
  IsNamed: !Not [!Equals [!Ref Name, '']]
Resources:
  Logging:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties: {ResourceArn: !ImportValue acl, LogDestinationConfigs: [${destination}]}
${resources}`;
const group = (properties: string) => logging('!GetAtt To.Arn', `  To: {Type: AWS::Logs::LogGroup, ${properties}}\n`);
const bucket = (properties: string) => logging('!GetAtt To.Arn', `  To: {Type: AWS::S3::Bucket, ${properties}}\n`);
const stream = (properties: string) =>
  logging('!GetAtt To.Arn', `  To: {Type: AWS::KinesisFirehose::DeliveryStream, ${properties}}\n`);

tester.run(wafv2LogDestination, {
  valid: [
    group('Properties: {LogGroupName: aws-waf-logs-shop}'),
    group("Properties: {LogGroupName: !Sub 'aws-waf-logs-${Name}'}"),
    group("Properties: {LogGroupName: !Sub '${Name}-waf'}"),
    group("Properties: {LogGroupName: !Sub 'aws-${Name}'}"),
    group('Properties: {LogGroupName: !Ref Name}'),
    bucket("Properties: {BucketName: !Join ['-', [aws-waf-logs, !Ref AWS::AccountId]]}"),
    logging('!ImportValue logs'),
    logging('arn:aws:s3:::aws-waf-logs-shop'),
    logging("!Sub 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:aws-waf-logs-shop'"),
    logging("!Sub 'arn:aws:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/${Name}'"),
  ],
  invalid: [
    marked(group('Properties: {LogGroupName: ‹shop-waf›}'), { messageId: 'name', data: { found: 'shop-waf' } }),
    marked(group("Properties: {LogGroupName: ‹!Sub '/waf/${Name}'›}"), {
      messageId: 'name',
      data: { found: '/waf/…' },
    }),
    marked(group('Properties: {LogGroupName: !If [IsNamed, aws-waf-logs-a, ‹waf-logs-a›]}'), 'name'),
    marked(bucket('Properties: {BucketName: ‹shop-waf-logs›}'), 'name'),
    marked(stream('Properties: {DeliveryStreamName: ‹waf›}'), 'name'),
    marked(logging('‹!GetAtt To.Arn›', '  To: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 30}}\n'), {
      messageId: 'made',
      level: 'warning',
      data: { property: 'LogGroupName' },
    }),
    marked(logging('‹arn:aws:s3:::waf-logs›'), { messageId: 'name', data: { found: 'waf-logs' } }),
    marked(logging("‹!Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:waf:*'›"), 'name'),
  ],
});
