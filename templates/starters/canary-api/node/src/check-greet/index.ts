import { CodeDeployClient, PutLifecycleEventHookExecutionStatusCommand } from '@aws-sdk/client-codedeploy';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type Answer, checkGreet } from './check-greet.ts';

const lambda = new LambdaClient();
const codeDeploy = new CodeDeployClient();

const callNewVersion = async (event: object): Promise<Answer> => {
  const { Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: process.env['NEW_VERSION'], Payload: JSON.stringify(event) }),
  );
  return JSON.parse(Payload?.transformToString() ?? '{}');
};

export const handler = checkGreet(callNewVersion, async (event, verdict) => {
  await codeDeploy.send(
    new PutLifecycleEventHookExecutionStatusCommand({
      deploymentId: event.DeploymentId,
      lifecycleEventHookExecutionId: event.LifecycleEventHookExecutionId,
      status: verdict,
    }),
  );
});
