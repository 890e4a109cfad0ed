import { boolean, enumOf, integer, list, loose, number, object, oneOf, string } from '../../schema/property.ts';

/** The shape of `DeadLetterQueue`. */
export const deadLetterQueueShape = object({
  Type: loose(enumOf('SQS', 'SNS'), 'What is there.', { early: true, required: true }),
  TargetArn: loose(string, 'The ARN of the queue or topic.', { required: true }),
});

/** The shape of `DeploymentPreference`. */
export const deploymentPreferenceShape = object({
  Type: loose(string, 'The deployment configuration: AllAtOnce, Canary10Percent5Minutes …, or one of your own.'),
  Enabled: loose(boolean, 'Whether CodeDeploy deploys the function; on without it.', { early: true }),
  Alarms: loose(list, 'Alarms that stop a deployment.'),
  Hooks: loose(
    object({
      PreTraffic: loose(string, 'The function that is run before traffic shifts.'),
      PostTraffic: loose(string, 'The function that is run after it.'),
    }),
    'Functions that test a deployment.',
  ),
  Role: loose(string, "CodeDeploy's role; one is generated without it."),
  TriggerConfigurations: loose(list, 'Topics that receive the events of a deployment.'),
  PassthroughCondition: loose(boolean, "Whether the function's condition is that of its deployment too.", {
    early: true,
  }),
});

const destination = (when: string) =>
  loose(
    object({
      Type: loose(enumOf('SQS', 'SNS', 'Lambda', 'EventBridge', 'S3Bucket'), 'What is there.', {
        early: true,
        required: true,
      }),
      Destination: loose(string, 'Its ARN; an SQS queue or SNS topic is made without it.'),
    }),
    `Where results go of invocations that ${when}.`,
  );

/** The shape of `EventInvokeConfig`. */
export const eventInvokeConfigShape = object({
  MaximumEventAgeInSeconds: loose(integer, 'The age at which an event is discarded.'),
  MaximumRetryAttempts: loose(integer, 'How often a failed invocation is tried again.'),
  DestinationConfig: loose(
    object({ OnSuccess: destination('succeed'), OnFailure: destination('fail') }),
    'Where results go.',
  ),
});

/** The shape of `FunctionUrlConfig`. */
export const functionUrlConfigShape = object({
  AuthType: loose(enumOf('AWS_IAM', 'NONE'), 'Who may call it.', { early: true, required: true }),
  InvokeMode: loose(enumOf('BUFFERED', 'RESPONSE_STREAM'), 'How the response is sent.'),
  Cors: loose(
    object({
      AllowOrigins: loose(list, 'The origins.'),
      AllowMethods: loose(list, 'The methods.'),
      AllowHeaders: loose(list, 'The headers of requests.'),
      ExposeHeaders: loose(list, 'The headers of responses that scripts may read.'),
      AllowCredentials: loose(boolean, 'Whether requests may have credentials.'),
      MaxAge: loose(integer, 'How long browsers keep the answer, in seconds.'),
    }),
    'What pages of other origins may do.',
  ),
});

const numeric = oneOf(number, string);

/** The shape of `CapacityProviderConfig`. */
export const capacityProviderConfigShape = object({
  Arn: loose(string, 'The ARN of the capacity provider.', { required: true }),
  PerExecutionEnvironmentMaxConcurrency: loose(numeric, 'The most invocations at a time in one environment.'),
  ExecutionEnvironmentMemoryGiBPerVCpu: loose(numeric, 'Memory for each vCPU, in GiB.'),
});
