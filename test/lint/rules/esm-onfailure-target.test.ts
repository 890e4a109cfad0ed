import { esmOnfailureTarget } from '../../../src/lint/rules/esm-onfailure-target.ts';
import { api } from '../apis.ts';
import { mapping, sources } from '../templates.ts';
import { tester } from '../tester.ts';

const destination = (value: string) => `DestinationConfig: {OnFailure: {Destination: ${value}}}`;

tester.run(esmOnfailureTarget, {
  valid: [
    mapping(sources.kinesis, destination('arn:aws:s3:::bucket')),
    mapping(sources.msk, destination("'kafka://lost'")),
    mapping(sources.kinesis, destination('!Ref Unknown')),
    `${mapping(sources.kinesis, destination('!GetAtt Lost.Arn'))}  Lost: {Type: AWS::SQS::Queue}\n`,
    `${mapping(sources.kinesis, destination('!Ref Lost'))}  Lost: {Type: AWS::SNS::Topic}\n`,
  ],
  invalid: [
    {
      template: `${mapping(sources.kinesis, destination('!GetAtt Lost.Arn'))}  Lost: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}\n`,
      problems: [{ messageId: 'fifo', line: 7, column: 52, data: { what: 'queue' } }],
    },
    {
      template: mapping(sources.kinesis, destination("'arn:aws:sns:eu-west-1:111122223333:lost.fifo'")),
      problems: [{ messageId: 'fifo', line: 7, column: 52 }],
    },
    {
      template: mapping(sources.kinesis, destination('!Sub "arn:aws:lambda:${AWS::Region}:1:function:f"')),
      problems: [{ messageId: 'target', line: 7, column: 52, data: { found: 'an ARN of lambda' } }],
    },
    {
      template: `${mapping(sources.kinesis, destination('!GetAtt Lost.Arn'))}  Lost: {Type: AWS::Lambda::Function}\n`,
      problems: [{ messageId: 'target', line: 7, column: 52, data: { found: "'Lost' (AWS::Lambda::Function)" } }],
    },
    {
      template: mapping(sources.kinesis, 'DestinationConfig: {OnSuccess: {Destination: arn:aws:sqs:eu-west-1:1:q}}'),
      problems: [{ messageId: 'success', line: 7, column: 27, endColumn: 36 }],
    },
    {
      template: api(
        'K: {Type: Kinesis, Properties: {Stream: s, StartingPosition: LATEST, DestinationConfig: {OnSuccess: {}}}}',
      ),
      problems: [{ messageId: 'success', line: 8, column: 105, endColumn: 114 }],
    },
    {
      template: api(
        'K: {Type: Kinesis, Properties: {Stream: s, StartingPosition: LATEST, DestinationConfig: {OnFailure: {Type: Lambda}}}}',
      ),
      problems: [{ messageId: 'kind', line: 8, column: 123, data: { found: 'Lambda' } }],
    },
  ],
});
