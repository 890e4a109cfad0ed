import { defineTemplateRule, type ResourceNode } from '../../model/rule.ts';
import { functionBehind } from '../facts/functions/links.ts';

const property = 'FunctionUrlAuthType';

export const lambdaUrlPermission = defineTemplateRule({
  id: 'lambda-url-permission',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Lambda::Url'],
  title: 'Permission for a function URL of another auth type',
  description:
    'A permission with `FunctionUrlAuthType` holds for a URL whose `AuthType` is the same. One with `NONE` on a URL with `AWS_IAM` (or the reverse) allows nothing, and callers get 403. Checked are permissions on functions whose URLs the template has.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  messages: {
    other:
      "The URL of '{fn}' has the AuthType {wanted}, so this permission with {found} allows nothing; write '{wanted}'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    FunctionUrlConfig: {AuthType: AWS_IAM}
Site:
  Type: AWS::Lambda::Permission
  Properties:
    Action: lambda:InvokeFunctionUrl
    FunctionName: !Ref Orders
    Principal: cloudfront.amazonaws.com
    SourceArn: !Sub arn:aws:cloudfront::\${AWS::AccountId}:distribution/E1234567890ABC
    FunctionUrlAuthType: ‹NONE›`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    FunctionUrlConfig: {AuthType: AWS_IAM}
Site:
  Type: AWS::Lambda::Permission
  Properties:
    Action: lambda:InvokeFunctionUrl
    FunctionName: !Ref Orders
    Principal: cloudfront.amazonaws.com
    SourceArn: !Sub arn:aws:cloudfront::\${AWS::AccountId}:distribution/E1234567890ABC
    FunctionUrlAuthType: AWS_IAM`,
  },
  check(cx) {
    const urls = cx.resources('AWS::Lambda::Url');
    if (urls.length === 0) return;
    for (const permission of cx.resources('AWS::Lambda::Permission')) {
      for (const { value, at } of permission.strings(property)) {
        const fn = functionBehind(cx, cx.target(permission.get('FunctionName')));
        const own = fn ? urls.filter((url) => functionBehind(cx, cx.target(url.get('TargetFunctionArn'))) === fn) : [];
        const types = authTypes(own);
        const [wanted] = types ?? [];
        if (wanted === undefined || types!.has(value)) continue;
        cx.report('other', at, {
          data: { fn: fn!.id, wanted, found: value },
          related: own.map((url) => url.place('AuthType')),
          logicalId: permission.id,
        });
      }
    }
  },
});

/** The auth types that some URLs have; undefined where one is known only at the deployment. */
const authTypes = (urls: readonly ResourceNode[]): ReadonlySet<string> | undefined => {
  const types = urls.map((url) => url.strings('AuthType').map(({ value }) => value));
  const isKnown = urls.every((url, index) => url.all('AuthType').length === types[index]!.length);
  return isKnown ? new Set(types.flat()) : undefined;
};
