import { cfnUndefinedReference } from '../../../src/lint/rules/cfn-undefined-reference.ts';
import { marked } from '../marked.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const later = (body: string, identifier = 'Id', items = '!Ref Later') => `Transform: AWS::LanguageExtensions
Parameters: {Later: {Type: CommaDelimitedList}}
Resources: {Topic: {Type: AWS::SNS::Topic}}
Outputs:
  Fn::ForEach::Each: [${identifier}, ${items}, {${body}}]
`;

tester.run(cfnUndefinedReference, {
  valid: [
    // Loops that only the deployment can run.
    later("'Out${Id}': {Value: !Ref Id, Description: !Sub 'for ${Id}'}"),
    later("'Out${Id}': {Value: !Ref Value}", '[Id, Value]', '[[a, !Select [0, !Ref Later]]]'),
    later("'Out${Id}': {Value: !Ref Value}", '[Id, Value]', '{a: !Select [0, !Ref Later]}'),
    later("'Out${Id}': {Value: !GetAtt ['Topic${Id}', TopicArn], Condition: 'Is${Id}'}"),
    `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
Outputs:
  Role: {Value: !GetAtt FnRole.Arn}
  Text: {Value: !Sub ['\${Here}-\${AWS::Region}-\${!Literal}', {Here: x}]}
`,
    `Parameters: {P: {Type: String}}
Conditions: {C: !Equals [!Ref P, x], D: !Not [Condition: C]}
Resources:
  Q: {Type: AWS::SQS::Queue, Condition: D, Properties: {QueueName: !If [C, !Ref P, !Ref AWS::NoValue]}}
`,
    `Resources:
  Store: {Type: 'Our::Storage::Bucket::MODULE'}
Outputs:
  A: {Value: !Ref StoreBucket}
  B: {Value: !GetAtt Store.Bucket.Arn}
  C: {Value: !Sub '\${Store.Bucket} \${StoreBucket.Arn}'}
`,
    'Transform: [OurMacro]\nResources: {A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref B}}}\n',
    // What the transform would have made, had it found no error in the function.
    `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, Layers: 5, FunctionUrlConfig: {AuthType: NONE}}
Outputs:
  Url: {Value: !GetAtt FnUrl.FunctionUrl}
`,
  ],
  invalid: [
    marked("Resources: {Topic: {Type: AWS::SNS::Topic, DependsOn: ‹'{{resolve:ssm:a}}'›}}", 'unknown'),
    marked(later("'Out${Id}': {Value: !Ref ‹Ids›}"), {
      messageId: 'unknown',
      data: { name: 'Ids', what: 'resource or parameter' },
    }),
    marked(later("'Out${Id}': {Value: a, Condition: ‹IsLive›}"), { messageId: 'unknown', data: { name: 'IsLive' } }),
    // The loop around it is run before the deployment.
    marked(later("'Out${Id}': {Value: !Ref ‹Other›}", 'Id', '[a]'), { messageId: 'unknown', data: { name: 'Other' } }),
    marked(
      `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, FunctionUrlConfig: {AuthType: NONE}}
Outputs:
  Url: {Value: !GetAtt ‹FnURL.FunctionUrl›}
`,
      { messageId: 'suggested', data: { near: 'FnUrl' } },
    ),
    {
      template: `Parameters: {Vpc: {Type: AWS::EC2::VPC::Id}}
Rules:
  A: {Assertions: [{Assert: {Fn::Contains: [[a], {Fn::ValueOf: [Vcp, Tags.Name]}]}}]}
Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Vpc}}}
`,
      problems: [{ messageId: 'suggested', line: 3, column: 65, data: { kind: 'Fn::ValueOf', near: 'Vpc' } }],
    },
    {
      template: "Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub 'echo ${HOME:-/root}'}}\n",
      problems: [{ messageId: 'variable', line: 2, column: 69, data: { name: 'HOME:-/root' } }],
    },
    {
      template: `Parameters: {P: {Type: String}}
Conditions: {C: !Equals [!Sub '\${Q}', a]}
Rules: {R: {Assertions: [{Assert: !Equals [!Ref Q, !Ref P]}]}}
Resources:
  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref AWS::Regon}}
  R: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '\${AWS::Timestamp}'}}
  S: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Q.QueueName}}
`,
      problems: [
        { messageId: 'early', line: 2, column: 34, data: { section: 'Conditions', name: 'Q' } },
        { messageId: 'early', line: 3, column: 49, data: { section: 'Rules' } },
        { messageId: 'pseudo', line: 5, column: 59, data: { near: "Did you mean 'AWS::Region'?" } },
        { messageId: 'pseudo', line: 6, column: 62, data: { name: 'AWS::Timestamp' } },
        { messageId: 'attribute', line: 7, column: 59, data: { id: 'Q', name: 'Q.QueueName' } },
      ],
    },
    {
      template: `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Condition: Never
    DependsOn: [Topic]
    Properties:
      QueueName: !Sub '\${Quue}-x'
`,
      problems: [
        { messageId: 'unknown', line: 4, column: 16, data: { name: 'Never' } },
        { messageId: 'unknown', line: 5, column: 17, data: { name: 'Topic' } },
        { messageId: 'suggested', line: 7, column: 26, endColumn: 30, data: { near: 'Queue' } },
      ],
    },
    {
      template: samFunction('Environment: {Variables: {TABLE: !Ref Tabel}}'),
      problems: [{ messageId: 'unknown', line: 8, column: 45, data: { name: 'Tabel' } }],
    },
  ],
});
