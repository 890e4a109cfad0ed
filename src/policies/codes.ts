import type { CodeDocs } from '../model/code-doc.ts';

const templates =
  'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html';
const policies =
  'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies';

/** What is documented of the codes of `Policies`. */
export const policyCodes: CodeDocs = {
  'invalid-policy': {
    title: 'Policies with something that is not a policy',
    why: '`Policies` takes names and ARNs of managed policies, policy documents and SAM policy templates; the transform cannot make a role of anything else.',
    cure: 'Write the policy in one of these forms. A policy document has `Statement` itself, not below `PolicyDocument`.',
    source: policies,
    example: {
      in: 'function',
      fails: `
Policies:
  - ‹PolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Action: 's3:ListAllMyBuckets', Resource: '*'}]`,
      passes: `
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: 's3:ListAllMyBuckets', Resource: '*'}]`,
    },
  },
  'unknown-policy-template': {
    title: 'Policy template that does not exist',
    why: 'SAM has a fixed list of policy templates, and the transform refuses other names.',
    cure: 'Correct the name; for other permissions write a policy document.',
    source: templates,
    example: {
      in: 'function',
      fails: 'Policies:\n  - ‹DynamoDBWritPolicy: {TableName: orders}',
      passes: 'Policies:\n  - DynamoDBWritePolicy: {TableName: orders}',
    },
  },
  'invalid-policy-template': {
    title: 'Policy template without a map of parameters',
    why: 'A policy template is followed by a map of its parameters, which is empty where it has none.',
    cure: 'Write the parameters as a map.',
    source: templates,
    example: {
      in: 'function',
      fails: 'Policies:\n  - DynamoDBWritePolicy: ‹orders›',
      passes: 'Policies:\n  - DynamoDBWritePolicy: {TableName: orders}',
    },
  },
  'missing-policy-template-parameter': {
    title: 'Policy template without one of its parameters',
    why: 'The parameter becomes part of the policy, so the transform refuses the template without it.',
    cure: 'Add the parameter.',
    source: templates,
    example: {
      in: 'function',
      fails: 'Policies:\n  - ‹DynamoDBWritePolicy›: {}',
      passes: 'Policies:\n  - DynamoDBWritePolicy: {TableName: orders}',
    },
  },
  'unknown-policy-template-parameter': {
    title: 'Policy template with a parameter that it does not have',
    why: 'The parameter has no effect.',
    cure: 'Correct the name, or remove the parameter.',
    source: templates,
    example: {
      in: 'function',
      fails: 'Policies:\n  - DynamoDBWritePolicy: {TableName: orders, ‹Index›: all}',
      passes: 'Policies:\n  - DynamoDBWritePolicy: {TableName: orders}',
    },
  },
  'mixed-policies': {
    title: 'Fn::If between different kinds of policies',
    why: 'Managed policies, documents and policy templates become different properties of the role, so one `Fn::If` cannot choose between them.',
    cure: 'Give each kind an `Fn::If` of its own, with `AWS::NoValue` as the other branch.',
    source: policies,
    example: {
      fails: `
Transform: AWS::Serverless-2016-10-31
Conditions: {IsProd: !Equals [!Ref AWS::Region, us-east-1]}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Policies:
        - ‹!If [IsProd, AWSLambdaExecute, {DynamoDBReadPolicy: {TableName: orders}}]›`,
      passes: `
Transform: AWS::Serverless-2016-10-31
Conditions: {IsProd: !Equals [!Ref AWS::Region, us-east-1]}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Policies:
        - !If [IsProd, AWSLambdaExecute, !Ref AWS::NoValue]
        - !If [IsProd, !Ref AWS::NoValue, {DynamoDBReadPolicy: {TableName: orders}}]`,
    },
  },
  'invalid-if': {
    title: 'Fn::If without three arguments',
    why: '`Fn::If` takes the name of a condition and two values.',
    cure: 'Add the missing value; `!Ref AWS::NoValue` stands for none.',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
    example: {
      fails: `
Transform: AWS::Serverless-2016-10-31
Conditions: {IsProd: !Equals [!Ref AWS::Region, us-east-1]}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Policies:
        - ‹!If [IsProd, AWSLambdaExecute]›`,
      passes: `
Transform: AWS::Serverless-2016-10-31
Conditions: {IsProd: !Equals [!Ref AWS::Region, us-east-1]}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Policies:
        - !If [IsProd, AWSLambdaExecute, !Ref AWS::NoValue]`,
    },
  },
};
