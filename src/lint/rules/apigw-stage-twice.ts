import { defineRule, type RuleContext } from '../../model/rule.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

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
    fails: 'StageName: ‹Stage›\nDefinitionBody: {openapi: 3.0.1, paths: {}}',
    passes: 'StageName: v1\nDefinitionBody: {openapi: 3.0.1, paths: {}}',
  },
  messages: {
    twice:
      "The deployment of '{api}' makes a stage called '{name}' too, so this one cannot be created; give it another name.",
  },
  on: ['AWS::ApiGateway::Stage'],
  check(stage, cx) {
    const api = cx.target(stage.get('RestApiId'));
    for (const { value, at } of stage.strings('StageName')) {
      if (api && makesStage(value, api.id, cx)) cx.report('twice', at, { data: { api: api.id, name: value } });
    }
  },
});

const makesStage = (name: string, api: string, cx: RuleContext): boolean =>
  cx
    .resources('AWS::ApiGateway::Deployment')
    .some(
      (deployment) =>
        cx.target(deployment.get('RestApiId'))?.id === api && symbolicText(deployment.get('StageName'), cx) === name,
    );
