import { describe, expect, test } from 'vitest';
import { eventPlugins } from '../../src/events/index.ts';
import { expand } from '../../src/index.ts';
import { getIn, type Json } from '../../src/model/tree.ts';
import { lineOf } from '../line.ts';

const functionWith = (events: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: h
      Runtime: nodejs20.x
      Events:
${events.replace(/^/gm, '        ')}`;

const broker = `Mq:
  Type: MQ
  Properties:
    Broker: arn:broker
    SourceAccessConfigurations:
      - Type: BASIC_AUTH
        URI: arn:secret
`;

describe('the policies of the role', () => {
  test('are traced to what makes them necessary', () => {
    const template = functionWith(broker);
    const statements = getIn(
      expand(template).template,
      ...['Resources', 'FnRole', 'Properties', 'Policies', 0, 'PolicyDocument', 'Statement'],
    );
    expect(lineOf(template, getIn(statements, 0))).toBe('URI: arn:secret');
    expect(lineOf(template, getIn(statements, 1))).toBe('Broker: arn:broker');
  });

  test('are added once when two events need the same', () => {
    const second = broker.replace('Mq:', 'Mq2:');
    const { template } = expand(functionWith(broker + second));
    expect(getIn(template, 'Resources', 'FnRole', 'Properties', 'Policies')).toHaveLength(1);
  });
});

describe('what is wrong with the access to the source', () => {
  test('is told at the wrong type, with the one that was meant', () => {
    const { problems } = expand(functionWith(broker.replace('BASIC_AUTH', 'BASIC_AUHT')));
    expect(problems).toMatchObject([{ code: 'wrong-value', line: 15, eventId: 'Mq' }]);
    expect(problems[0]?.message).toContain("Did you mean 'BASIC_AUTH'?");
  });

  test('is told even where the author gives the role', () => {
    const template = functionWith(broker.replace('arn:secret', "''")).replace(
      'InlineCode: x',
      'Role: arn:role\n      InlineCode: x',
    );
    expect(expand(template).problems).toMatchObject([{ code: 'missing-property', line: 17 }]);
  });
});

describe('a destination of failed batches', () => {
  const stream = `S:
  Type: Kinesis
  Properties:
    Stream: arn:stream
    StartingPosition: LATEST
    DestinationConfig:
      OnFailure:
        Type: SQS
        Destination: arn:queue
`;

  test('keeps its type in the input and loses it in the mapping', () => {
    const input = {
      Resources: {
        Fn: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            InlineCode: 'x',
            Handler: 'h',
            Runtime: 'nodejs20.x',
            Events: {
              S: {
                Type: 'Kinesis',
                Properties: {
                  Stream: 's',
                  StartingPosition: 'LATEST',
                  DestinationConfig: { OnFailure: { Type: 'SQS', Destination: 'q' } },
                },
              },
            },
          },
        },
      },
    };
    const { template } = expand(input);
    expect(getIn(template, 'Resources', 'FnS', 'Properties', 'DestinationConfig')).toEqual({
      OnFailure: { Destination: 'q' },
    });
    expect(input.Resources.Fn.Properties.Events.S.Properties.DestinationConfig.OnFailure.Type).toBe('SQS');
  });

  test('of a kind that Lambda does not know is told at its type', () => {
    const { problems } = expand(functionWith(stream.replace('Type: SQS', 'Type: SQ')));
    expect(problems).toMatchObject([{ code: 'wrong-value', line: 17, eventId: 'S' }]);
  });
});

test('a schema registry that has no effect is only warned about', () => {
  const { template, problems } = expand(
    functionWith('Q: {Type: SQS, Properties: {Queue: arn, SchemaRegistryConfig: {SchemaRegistryURI: x}}}'),
  );
  expect(template).toBeDefined();
  expect(problems).toMatchObject([{ code: 'ignored-property', level: 'warning' }]);
});

test('the values that are known in a schema registry of several parts are put in', () => {
  const mapping = (uri: string) =>
    getIn(
      expand(
        functionWith(
          `K: {Type: MSK, Properties: {StartingPosition: LATEST, Stream: arn, Topics: [t], SchemaRegistryConfig: {EventRecordFormat: JSON, SchemaValidationConfigs: [{Attribute: KEY}], SchemaRegistryURI: ${uri}}}}`,
        ),
        { region: 'eu-west-1' },
      ).template as Json,
      'Resources',
      'FnK',
      'Properties',
      'AmazonManagedKafkaEventSourceConfig',
      'SchemaRegistryConfig',
      'SchemaRegistryURI',
    );
  expect(mapping("!Join ['', ['arn:aws:glue:', !Ref AWS::Region, ':', !Ref AWS::AccountId, ':registry/a']]")).toEqual({
    'Fn::Join': ['', ['arn:aws:glue:', 'eu-west-1', ':', { Ref: 'AWS::AccountId' }, ':registry/a']],
  });
  const text = 'arn:aws:glue:${AWS::Region}:1:registry/a';
  expect(mapping(`!Sub '${text}'`)).toEqual({ 'Fn::Sub': text });
});

const odd: Json[] = [
  null,
  '',
  'text',
  0,
  7,
  true,
  [],
  [null],
  [[]],
  ['a'],
  [{}],
  {},
  { a: null },
  { Ref: 'P' },
  { Ref: [] },
];
const types = ['DocumentDB', 'DynamoDB', 'Kinesis', 'MQ', 'MSK', 'SelfManagedKafka', 'SQS'];

test.each(types)('no value of a property of a %s event is beyond it', (type) => {
  const plugin = eventPlugins.find((each) => each.type === type)!;
  const sound = {
    SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: 'u' }],
    KafkaBootstrapServers: ['h'],
    Topics: ['t'],
  };
  for (const name of Object.keys(plugin.properties)) {
    for (const value of odd) {
      for (const whole of [value, [{ Type: value, URI: value }], { OnFailure: value }, { SchemaRegistryURI: value }]) {
        const properties = {
          ...Object.fromEntries(Object.keys(plugin.properties).map((key) => [key, null])),
          ...Object.fromEntries(
            ['Stream', 'StartingPosition', 'Queue', 'Broker', 'Cluster', 'DatabaseName'].map((key) => [key, 'arn']),
          ),
          ...sound,
          [name]: whole,
        };
        const known = Object.fromEntries(Object.entries(properties).filter(([key]) => key in plugin.properties));
        const { problems } = expand({
          Resources: {
            Fn: {
              Type: 'AWS::Serverless::Function',
              Properties: { InlineCode: 'x', Events: { E: { Type: type, Properties: known } } },
            },
          },
        });
        expect(problems.filter(({ code }) => code === 'internal-error')).toEqual([]);
      }
    }
  }
});
