import { lambdaUrlNonePermission } from '../../../src/lint/rules/lambda-url-none-permission.ts';
import { tester } from '../tester.ts';

const template = (further: string, auth = 'NONE') => `Resources:
  Fn: {Type: AWS::Lambda::Function}
${further}  # The address of the shop.
  Url:
    Type: AWS::Lambda::Url
    Properties: {AuthType: ${auth}, TargetFunctionArn: !GetAtt Fn.Arn}
`;
const viaUrl = `  A:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Fn
      Action: lambda:InvokeFunctionUrl
      Principal: '*'
      FunctionUrlAuthType: NONE
`;
const invoke = `  B:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: !Ref Fn, Action: 'lambda:InvokeFunction', Principal: '*', InvokedViaFunctionUrl: true}
`;
/** The same permissions for a function with a name. */
const named = (name: string) =>
  template(viaUrl + invoke)
    .replace('AWS::Lambda::Function}', 'AWS::Lambda::Function, Properties: {FunctionName: shop}}')
    .replaceAll('FunctionName: !Ref Fn', `FunctionName: ${name}`);

tester.run(lambdaUrlNonePermission, {
  valid: [
    template(viaUrl + invoke),
    // Whoever may invoke the function may do so through its URL, too.
    template(viaUrl + invoke.replace(', InvokedViaFunctionUrl: true', '')),
    named('shop'),
    named("!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:shop'"),
    named('!GetAtt Url.FunctionArn'),
    template('', 'AWS_IAM'),
    'Resources: {Url: {Type: AWS::Lambda::Url, Properties: {AuthType: NONE, TargetFunctionArn: !Ref Elsewhere}}}',
    `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, FunctionUrlConfig: {AuthType: NONE}}
`,
  ],
  invalid: [
    {
      template: template(viaUrl),
      problems: [{ messageId: 'missing', line: 13, column: 28, data: { missing: 'with lambda:InvokeFunction (Inv' } }],
      output: `Resources:
  Fn: {Type: AWS::Lambda::Function}
  A:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Fn
      Action: lambda:InvokeFunctionUrl
      Principal: '*'
      FunctionUrlAuthType: NONE
  UrlInvokePermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Fn
      Action: lambda:InvokeFunction
      Principal: '*'
      InvokedViaFunctionUrl: true
  # The address of the shop.
  Url:
    Type: AWS::Lambda::Url
    Properties: {AuthType: NONE, TargetFunctionArn: !GetAtt Fn.Arn}
`,
    },
    {
      template: `{"Resources": {
  "Fn": {"Type": "AWS::Lambda::Function"},
  "Url": {"Type": "AWS::Lambda::Url", "Properties": {"AuthType": "NONE", "TargetFunctionArn": {"Ref": "Fn"}}}
}}
`,
      problems: [{ messageId: 'missing', line: 3, column: 66, data: { missing: ' and ' } }],
      output: `{"Resources": {
  "Fn": {"Type": "AWS::Lambda::Function"},
  "UrlUrlPermission": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "Fn"}, "Action": "lambda:InvokeFunctionUrl", "Principal": "*", "FunctionUrlAuthType": "NONE"}},
  "UrlInvokePermission": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "Fn"}, "Action": "lambda:InvokeFunction", "Principal": "*", "InvokedViaFunctionUrl": true}},
  "Url": {"Type": "AWS::Lambda::Url", "Properties": {"AuthType": "NONE", "TargetFunctionArn": {"Ref": "Fn"}}}
}}
`,
    },
    {
      template: template('').replace('AuthType', 'Qualifier: live, AuthType'),
      problems: [{ messageId: 'missing', line: 6, column: 45 }],
    },
  ],
});
