import { defineRule } from '../../model/rule.ts';
import { lostGlobals } from '../facts/templates/lost-globals.ts';
import { listed } from '../facts/texts/names.ts';

export const samGlobalsIf = defineRule({
  id: 'sam-globals-if',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Globals that an Fn::If keeps out',
  description:
    'SAM merges the maps and lists of `Globals` with those of a resource before conditions are known. An `Fn::If` on either side is a single value to it: the value of the resource takes the place of that in `Globals`, and what only `Globals` has is lost. Move the condition inwards, to the single values, or repeat what is missing in each branch.',
  source: 'https://github.com/aws/serverless-application-model/issues/1647',
  example: {
    fails: `
Transform: AWS::Serverless-2016-10-31
Conditions:
  IsProd: !Equals [!Ref AWS::Region, us-east-1]
Globals:
  Function:
    Environment: {Variables: {TABLE: orders}}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Environment:
        ‹Variables›: !If [IsProd, {LEVEL: info}, {LEVEL: debug}]`,
    passes: `
Transform: AWS::Serverless-2016-10-31
Conditions:
  IsProd: !Equals [!Ref AWS::Region, us-east-1]
Globals:
  Function:
    Environment: {Variables: {TABLE: orders}}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {}
      Environment:
        Variables: {LEVEL: !If [IsProd, info, debug]}`,
  },
  messages: {
    own: "The Fn::If of '{path}' is not merged with 'Globals', so {names} of 'Globals' is lost; put the condition on the single values.",
    global:
      "The Fn::If that 'Globals' has for '{path}' is not merged with this, so {names} of 'Globals' is lost; put the condition on the single values there.",
  },
  on: [
    'AWS::Serverless::Api',
    'AWS::Serverless::Function',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::SimpleTable',
    'AWS::Serverless::StateMachine',
  ],
  check(node, cx) {
    for (const { path, chosen, names, at, globalAt } of lostGlobals(node, cx)) {
      cx.report(chosen, at, { data: { path, names: listed(names, 3) }, related: [globalAt] });
    }
  },
});
