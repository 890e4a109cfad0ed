import { CodeDeployClient, PutLifecycleEventHookExecutionStatusCommand } from '@aws-sdk/client-codedeploy';

const codeDeploy = new CodeDeployClient();

/** Lets the canary start. A real check would invoke the new version first. */
export const handler = ({ DeploymentId, LifecycleEventHookExecutionId }) =>
  codeDeploy.send(
    new PutLifecycleEventHookExecutionStatusCommand({
      deploymentId: DeploymentId,
      lifecycleEventHookExecutionId: LifecycleEventHookExecutionId,
      status: 'Succeeded',
    }),
  );
