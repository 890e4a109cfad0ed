import { lambdaLayerArnVersioned } from '../../../src/lint/rules/lambda-layer-arn-versioned.ts';
import { lambda, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const arn = 'arn:aws:lambda:eu-west-1:123456789012:layer:tools';
const layers = (...items: string[]) => lambda(`Layers: [${items.join(', ')}]`);
const templateLayer = `  Layer:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: s3://bucket/key}
`;

tester.run(lambdaLayerArnVersioned, {
  valid: [
    layers(`${arn}:1`, `${arn}2:1`, 'arn:aws:lambda:::awslayer:AmazonLinux1803'),
    layers('!Ref Stored', "!Sub '${Layer}'", "!Sub '${Layer}:1'", "'{{resolve:ssm:/layer}}'"),
    layers("!Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:layer:tools:3'"),
    layers("!Sub 'arn:aws:lambda:${OtherRegion}:${AWS::AccountId}:layer:${NameAndVersion}'"),
    layers(`!If [A, '${arn}:1', !Ref AWS::NoValue]`, `!If [A, !Ref AWS::NoValue, '${arn}:2']`),
    // Told by `arn-shape`.
    layers('arn:aws:lambda'),
    layers("'arn:aws:lambda:eu-west-1:12345:layer:tools:1'"),
    `Parameters:
  Optional: {Type: String, Default: ''}
  Stored: {Type: AWS::SSM::Parameter::Value<String>, Default: /layer}
${layers('!Ref Optional', '!Ref Stored')}`,
  ],
  invalid: [
    { template: layers(arn), problems: [{ messageId: 'noVersion', line: 4, column: 27, endColumn: 76 }] },
    {
      template: layers("!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:layer:tools'", 'tools'),
      problems: [
        { messageId: 'noVersion', line: 4, column: 27 },
        { messageId: 'shape', line: 4, column: 95, data: { found: 'tools' } },
      ],
    },
    {
      template: layers(`'${arn}:$LATEST'`, 'arn:aws:s3:::bucket'),
      problems: [
        { messageId: 'shape', line: 4, column: 27 },
        { messageId: 'shape', line: 4, column: 88 },
      ],
    },
    {
      template: `Globals:
  Function:
    Layers: ['${arn}:1', !Ref Layer]
${samFunction(`Layers:\n  - ${arn}:2\n  - !Ref Layer`, templateLayer)}`,
      problems: [
        { messageId: 'versions', line: 12, column: 11, data: { found: `'${arn}'` } },
        { messageId: 'twice', line: 13, column: 11, data: { found: "'Layer'" } },
      ],
    },
    {
      template: layers(`${arn}:1`, `!If [A, '${arn}:1', !Ref AWS::NoValue]`, '!Ref Own', '!Ref Own'),
      problems: [
        { messageId: 'twice', line: 4, column: 88 },
        { messageId: 'twice', line: 4, column: 173, data: { found: '!Ref Own' } },
      ],
    },
  ],
});
