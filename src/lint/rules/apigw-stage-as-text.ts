import { defineRule, type RuleContext } from '../../model/rule.ts';
import { isString, type Json, type Step } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

/** Where a stage is named, and beside it its API. */
const places: ReadonlyMap<string, { readonly around: readonly Step[]; readonly api: string; readonly stage: string }> =
  new Map([
    ['AWS::ApiGateway::UsagePlan', { around: ['ApiStages', '*'], api: 'ApiId', stage: 'Stage' }],
    ['AWS::ApiGateway::ApiKey', { around: ['StageKeys', '*'], api: 'RestApiId', stage: 'StageName' }],
    ['AWS::ApiGateway::BasePathMapping', { around: [], api: 'RestApiId', stage: 'Stage' }],
    ['AWS::ApiGatewayV2::ApiMapping', { around: [], api: 'ApiId', stage: 'Stage' }],
  ]);

export const apigwStageAsText = defineRule({
  id: 'apigw-stage-as-text',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Stage of the template named by a text',
  description:
    'A usage plan, an API key or a mapping of a domain that names a stage by a text does not wait for it, and CloudFormation makes it before the stage exists: "invalid stage identifier". `!Ref` of the stage gives the same name and the order; of a SAM API it is `!Ref Api.Stage`. A text is fine where `DependsOn` names the stage.',
  source: 'https://github.com/aws/serverless-application-model/issues/1669',
  example: {
    in: 'resources',
    fails: `
Shop:
  Type: AWS::Serverless::Api
  Properties: {StageName: v1, DefinitionUri: s3://shared/shop.yaml}
Plan:
  Type: AWS::ApiGateway::UsagePlan
  Properties: {ApiStages: [{ApiId: !Ref Shop, Stage: ‹v1›}]}`,
    passes: `
Shop:
  Type: AWS::Serverless::Api
  Properties: {StageName: v1, DefinitionUri: s3://shared/shop.yaml}
Plan:
  Type: AWS::ApiGateway::UsagePlan
  Properties: {ApiStages: [{ApiId: !Ref Shop, Stage: !Ref Shop.Stage}]}`,
  },
  fixes: { text: 'safe' },
  messages: {
    text: "'{owner}' does not wait for the stage '{name}' of '{api}' when it names it as text, and is refused; write !Ref {reference}.",
  },
  on: [...places.keys()],
  check(node, cx) {
    const { around, api: apiProperty, stage: stageProperty } = places.get(node.type)!;
    for (const { path } of around.length === 0 ? [{ path: [] }] : node.all(...around)) {
      const api = cx.target(node.get(...path, apiProperty));
      const value = node.get(...path, stageProperty);
      if (!api || !isText(value)) continue;
      const stage = stagesOf(cx).get(`${api.id} ${symbolicText(value, cx)}`)?.[0];
      if (!stage || dependsOn(cx.template, node.id, stage.id)) continue;
      const isSam = cx.written(stage.id) === undefined && cx.written(api.id) !== undefined;
      const reference = isSam ? `${api.id}.Stage` : stage.id;
      const at = node.place(...path, stageProperty);
      const data = { owner: node.id, name: symbolicText(value, cx), api: api.id, reference };
      cx.report('text', at, {
        data,
        related: [stage.at],
        fix: isString(value) ? replaceLiteral({ at, value }, { Ref: reference }) : undefined,
      });
    }
  },
});

const isText = (value: Json | undefined): value is Json =>
  isString(value) || (value !== undefined && typeof value === 'object');

const stagesOf = oncePerTemplate((cx: RuleContext) =>
  groupBy(cx.resources('AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'), (stage) => {
    const api = cx.target(stage.get('RestApiId') ?? stage.get('ApiId'));
    return `${api?.id ?? ''} ${symbolicText(stage.get('StageName'), cx)}`;
  }),
);
