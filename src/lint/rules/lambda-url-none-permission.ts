import { ref } from '../../model/intrinsics.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { JsonMap } from '../../model/tree.ts';
import { freeId, insertResources } from '../facts/edits/new-resource.ts';
import { functionBehind } from '../facts/functions/links.ts';
import { missingForUrl, type UrlNeed } from '../facts/functions/url-permissions.ts';

export const lambdaUrlNonePermission = defineRule({
  id: 'lambda-url-none-permission',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Public function URL without its permissions',
  description:
    'A function URL with `AuthType: NONE` answers 403 to everybody until the function permits both `lambda:InvokeFunctionUrl` (with `FunctionUrlAuthType: NONE`) and, since October 2025, `lambda:InvokeFunction` (with `InvokedViaFunctionUrl: true`) to the principal `*`. `FunctionUrlConfig` of a SAM function adds both; an `AWS::Lambda::Url` needs them written.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  fixes: { missing: 'unsafe' },
  messages: {
    missing: "This public URL answers 403: '{fn}' has no AWS::Lambda::Permission for the principal '*' with {missing}.",
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
Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Orders.Arn, AuthType: ‹NONE›}}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt Orders.Arn, AuthType: NONE}}
Anybody:
  Type: AWS::Lambda::Permission
  Properties: {FunctionName: !Ref Orders, Principal: '*', Action: lambda:InvokeFunctionUrl, FunctionUrlAuthType: NONE}
AnybodyByUrl:
  Type: AWS::Lambda::Permission
  Properties: {FunctionName: !Ref Orders, Principal: '*', Action: lambda:InvokeFunction, InvokedViaFunctionUrl: true}`,
  },
  on: ['AWS::Lambda::Url'],
  check(url, cx) {
    const open = url.strings('AuthType').find(({ value }) => value === 'NONE');
    const fn = functionBehind(cx, cx.target(url.get('TargetFunctionArn')));
    if (!open || !fn || cx.written(url.id)?.type !== url.type) return;
    const missing = missingForUrl(fn, cx);
    if (missing.length === 0) return;
    const texts = missing.map(({ action, property, value }) => `${action} (${property}: ${value})`);
    const fix = url.lacks('Qualifier')
      ? insertResources(cx.source, url.id, permissionsFor(url, fn, missing, cx))
      : undefined;
    cx.report('missing', open.at, { data: { fn: fn.id, missing: texts.join(' and ') }, related: [fn.at], fix });
  },
});

const permissionsFor = (url: ResourceNode, fn: ResourceNode, missing: readonly UrlNeed[], cx: RuleContext) => {
  const added = new Map<string, JsonMap>();
  for (const { name, action, property, value } of missing) {
    const id = freeId(`${url.id}${name}Permission`, (each) => cx.resource(each) !== undefined);
    const properties: JsonMap = { FunctionName: ref(fn.id), Action: action, Principal: '*', [property]: value };
    added.set(id, { Type: 'AWS::Lambda::Permission', Properties: properties });
  }
  return added;
};
