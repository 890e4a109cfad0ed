import { defineRule, type RuleContext } from '../../model/rule.ts';
import { addTo } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

export const apigwStageTwice = defineRule({
  id: 'apigw-stage-twice',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Stage that the deployment makes too',
  description:
    "A deployment with a `StageName` makes that stage itself, so a stage of the same name cannot be created any more. SAM's deployments make a stage called `Stage`, unless `OpenApiVersion` is set in `Globals`: a SAM API cannot have `StageName: Stage`.",
  source: 'https://github.com/aws/serverless-application-model/issues/191',
  example: {
    in: 'api',
    fails: 'StageName: ‹Stage›\nDefinitionUri: s3://shared/shop.yaml',
    passes: 'StageName: v1\nDefinitionUri: s3://shared/shop.yaml',
  },
  messages: {
    twice:
      "The deployment of '{api}' makes a stage called '{name}' too, so this one cannot be created; give it another name.",
  },
  on: ['AWS::ApiGateway::Stage'],
  check(stage, cx) {
    const api = cx.target(stage.get('RestApiId'));
    const made = api ? (stagesMade(cx).get(api.id) ?? []) : [];
    for (const { value, at } of stage.strings('StageName')) {
      if (made.includes(value)) cx.report('twice', at, { data: { api: api!.id, name: value } });
    }
  },
});

/** The names of the stages that the deployments of each API make. */
const stagesMade = oncePerTemplate((cx: RuleContext) => {
  const found = new Map<string, string[]>();
  for (const deployment of cx.resources('AWS::ApiGateway::Deployment')) {
    const api = cx.target(deployment.get('RestApiId'));
    if (api) for (const { value } of deployment.strings('StageName')) addTo(found, api.id, value);
  }
  return found;
});
