import { cfnUnknownAttribute } from '../../../src/lint/rules/cfn-unknown-attribute.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const output = (value: string) => `Resources:
  Q: {Type: AWS::SQS::Queue}
  S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x}}
  C: {Type: Custom::Thing, Properties: {ServiceToken: x}}
Outputs:
  O: {Value: ${value}}
`;

const stream = (properties: string) => `Resources:
  T: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: a, KeyType: HASH}], ${properties}}}
Outputs:
  O: {Value: !GetAtt T.StreamArn}
`;

tester.run(cfnUnknownAttribute, {
  valid: [
    output('!GetAtt Q.Arn'),
    output('!GetAtt S.Outputs.Anything'),
    output('!GetAtt C.Anything'),
    output('!GetAtt S.StackId'),
    stream('StreamSpecification: {StreamViewType: NEW_IMAGE}'),
    stream('StreamSpecification: !If [A, {StreamViewType: NEW_IMAGE}, !Ref AWS::NoValue]'),
    // The transform found an error in the API, so there is no stage.
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, Domain: {DomainName: a.example.com}, DefinitionBody: {swagger: '2.0', paths: {}}}}
Outputs:
  Stage: {Value: !Ref Api.Stage}
  Name: {Value: !GetAtt Api.Stage}
`,
  ],
  invalid: [
    marked(stream('TableName: t').replace('T.StreamArn', '‹T.StreamArn›'), { messageId: 'stream', data: { id: 'T' } }),
    marked(
      stream('StreamSpecification: !Ref AWS::NoValue').replace('!GetAtt T.StreamArn', "!Sub '${‹T.StreamArn›}'"),
      'stream',
    ),
    {
      template: `Transform: AWS::Serverless-2016-10-31
Resources:
  S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: network.yaml}}
  A: {Type: AWS::Serverless::Application, Properties: {Location: network.yaml}}
Outputs:
  A: {Value: !GetAtt S.Outputs.VpcId}
  B: {Value: !GetAtt S.Outputs.Vpcid}
  C: {Value: !Sub "\${A.Outputs.Other}"}
`,
      files: { 'network.yaml': 'Resources: {V: {Type: AWS::EC2::VPC}}\nOutputs: {VpcId: {Value: !Ref V}}\n' },
      problems: [
        { messageId: 'missing', line: 7, column: 22, data: { near: "Did you mean 'VpcId'?" } },
        { messageId: 'missing', line: 8, column: 22, data: { id: 'A', name: 'Other' } },
      ],
    },
    {
      template: output('!GetAtt Q.Url'),
      problems: [{ messageId: 'suggested', line: 6, column: 22, data: { near: 'QueueUrl' } }],
    },
    {
      template: output('!GetAtt S.VpcId'),
      problems: [{ messageId: 'output', line: 6, column: 22, data: { id: 'S', attribute: 'VpcId' } }],
    },
    {
      template: output("!Sub '${Q.Colour}'"),
      problems: [{ messageId: 'unknown', line: 6, column: 22, data: { allowed: 'QueueName' } }],
    },
    {
      template: output('!GetAtt P.Arn').replace('  S:', '  P: {Type: AWS::EntityResolution::PolicyStatement}\n  S:'),
      problems: [{ messageId: 'none', line: 7, column: 22, data: { id: 'P' } }],
    },
  ],
});
