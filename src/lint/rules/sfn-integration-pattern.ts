import { defineTemplateRule } from '../../model/rule.ts';
import { type Pattern, taskCalls } from '../facts/asl/resource.ts';

const never: readonly Pattern[] = ['.sync', '.waitForTaskToken'];

/** What optimized integrations cannot do. Services that are not here can wait in both ways, or are not optimized. */
const missing: ReadonlyMap<string, readonly Pattern[]> = new Map([
  ...['dynamodb', 'http'].map((service): [string, readonly Pattern[]] => [service, never]),
  ...['lambda', 'sns', 'sqs', 'events', 'apigateway'].map((service): [string, readonly Pattern[]] => [
    service,
    ['.sync'],
  ]),
  ...[
    ...['athena', 'batch', 'codebuild', 'databrew', 'elasticmapreduce', 'emr-containers', 'emr-serverless'],
    ...['glue', 'mediaconvert', 'sagemaker'],
  ].map((service): [string, readonly Pattern[]] => [service, ['.waitForTaskToken']]),
]);

export const sfnIntegrationPattern = defineTemplateRule({
  id: 'sfn-integration-pattern',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine'],
  title: 'Integration does not support this pattern',
  description:
    'Not every integration of Step Functions can wait for a job to finish (`.sync`) or for a callback with a task token (`.waitForTaskToken`): short calls such as those to DynamoDB, Lambda, SNS, SQS and EventBridge have no `.sync`, jobs such as those of Batch, Glue, CodeBuild, EMR, SageMaker and Athena have no `.waitForTaskToken`, and AWS SDK integrations have no `.sync`.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  messages: {
    unsupported: "'{state}' waits with '{pattern}', which the integration '{service}' does not support{instead}.",
  },
  example: {
    in: 'state',
    fails:
      "{Type: Task, Resource: ‹'arn:aws:states:::dynamodb:getItem.sync'›, Parameters: {TableName: orders, Key: {id: {S: a}}}, End: true}",
    passes:
      "{Type: Task, Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: {TableName: orders, Key: {id: {S: a}}}, End: true}",
  },
  check(cx) {
    for (const { state, service, pattern } of taskCalls(cx)) {
      const { definition } = state.scope;
      if (service === undefined || pattern === undefined || definition.isExpress !== false) continue;
      const lacking = service.startsWith('aws-sdk:') ? ['.sync'] : (missing.get(service) ?? []);
      if (!lacking.includes(pattern)) continue;
      const other = never.find((each) => !lacking.includes(each));
      const instead = other === undefined ? '; call it without waiting' : `; it supports '${other}'`;
      const data = { state: state.name, pattern, service, instead };
      cx.report('unsupported', state.place('Resource'), { data, logicalId: definition.node.id });
    }
  },
});
