import type { Cause } from '../../model/origin.ts';
import { entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { isList, isMap, type Json } from '../../model/tree.ts';
import { localPath } from '../facts/functions/local-path.ts';
import { isFunctionKey } from '../facts/templates/function-keys.ts';
import { placeIn } from '../facts/templates/places.ts';

/** Properties that name a file which goes to its service as it is. */
const properties: readonly (readonly [type: string, property: string, service: string])[] = [
  ['AWS::Serverless::Api', 'DefinitionUri', 'API Gateway'],
  ['AWS::Serverless::HttpApi', 'DefinitionUri', 'API Gateway'],
  ['AWS::ApiGateway::RestApi', 'BodyS3Location', 'API Gateway'],
  ['AWS::ApiGatewayV2::Api', 'BodyS3Location', 'API Gateway'],
  ['AWS::Serverless::StateMachine', 'DefinitionUri', 'Step Functions'],
  ['AWS::StepFunctions::StateMachine', 'DefinitionS3Location', 'Step Functions'],
];

export const samDefinitionFile = defineTemplateRule({
  id: 'sam-definition-file',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  needs: properties.map(([type]) => type),
  title: 'Intrinsic function in a definition file',
  description:
    'The file of a `DefinitionUri` goes to its service unchanged: `Fn::Sub` and `!GetAtt` in it are not evaluated, and the definition is refused. For an API include the file in the template (`DefinitionBody` with `Fn::Transform` and `AWS::Include`), for a state machine use `DefinitionSubstitutions`.',
  source: 'https://github.com/aws/serverless-application-model/issues/305',
  example: {
    in: 'api',
    fails: 'StageName: v1\nDefinitionUri: api.yaml',
    passes: 'StageName: v1\nDefinitionBody:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: api.yaml}}',
    files: {
      'api.yaml': `openapi: 3.0.1
paths:
  /orders:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: {‹Fn::Sub›: 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders/invocations'}
`,
    },
  },
  messages: {
    function:
      '{service} gets this file unchanged, so {name} is not evaluated and the definition is refused{more}; {cure}.',
  },
  check(cx) {
    for (const [type, property, service] of properties) {
      for (const node of cx.sources(type)) {
        for (const { value, at } of node.all(property)) {
          const found = functionsIn(value, at, cx);
          const [first] = found;
          if (!first) continue;
          const more = found.length > 1 ? ` (and ${found.length - 1} more)` : '';
          const cure =
            service === 'API Gateway'
              ? "include it in 'DefinitionBody' by AWS::Include"
              : "use 'DefinitionSubstitutions'";
          cx.report('function', first.at, { data: { service, name: first.name, more, cure }, logicalId: node.id });
        }
      }
    }
  },
});

interface FoundFunction {
  readonly name: string;
  readonly at: Cause | undefined;
}

const functionsIn = (value: Json, at: Cause | undefined, cx: RuleContext): FoundFunction[] => {
  const path = localPath(cx.resolve(value));
  const file = path ? cx.file(path, at) : undefined;
  if (typeof file !== 'object') return [];
  const { root, at: start } = file.read();
  const found: FoundFunction[] = [];
  collect(root, start, new Set(), found);
  return found;
};

const collect = (value: Json, at: Cause | undefined, seen: Set<Json>, found: FoundFunction[]): void => {
  if ((!isMap(value) && !isList(value)) || seen.has(value)) return;
  seen.add(value);
  if (isList(value)) {
    for (const [step, item] of value.entries()) collect(item, placeIn(value, step) ?? at, seen, found);
    return;
  }
  for (const key of Object.keys(value)) {
    if (isFunctionKey(key)) found.push({ name: key, at: entryOf(value, key)?.key ?? at });
    else collect(value[key]!, placeIn(value, key) ?? at, seen, found);
  }
};
