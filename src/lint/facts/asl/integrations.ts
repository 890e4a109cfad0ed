/** What a call cannot do without; `A|B` stands for one of several. */
type Needs = readonly string[];

const none: Needs = [];
const actions = (names: string): Readonly<Record<string, Needs>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, none]));

/**
 * The optimized integrations of Step Functions: by service, the actions with the parameters that they need. What needs
 * are not known of has none. Source: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html, and
 * the pages of the integrations that it leads to.
 */
export const integrations: Readonly<Record<string, Readonly<Record<string, Needs>>>> = {
  apigateway: { invoke: ['ApiEndpoint', 'Method'] },
  athena: {
    getQueryExecution: ['QueryExecutionId'],
    getQueryResults: ['QueryExecutionId'],
    startQueryExecution: ['QueryString'],
    stopQueryExecution: ['QueryExecutionId'],
  },
  batch: { submitJob: ['JobDefinition', 'JobName', 'JobQueue'] },
  bedrock: { ...actions('createModelCustomizationJob'), invokeModel: ['ModelId'] },
  bedrockagentcore: actions('invokeHarness'),
  codebuild: {
    ...actions(
      'batchDeleteBuilds batchGetReports deleteBuildBatch retryBuildBatch startBuildBatch stopBuild stopBuildBatch',
    ),
    startBuild: ['ProjectName'],
  },
  databrew: { startJobRun: ['Name'] },
  dynamodb: {
    deleteItem: ['TableName', 'Key'],
    getItem: ['TableName', 'Key'],
    putItem: ['TableName', 'Item'],
    updateItem: ['TableName', 'Key'],
  },
  ecs: { runTask: ['TaskDefinition'] },
  eks: actions(
    'call createCluster createFargateProfile createNodegroup deleteCluster deleteFargateProfile deleteNodegroup runJob',
  ),
  elasticmapreduce: actions(
    'addStep cancelStep createCluster modifyInstanceFleetByName modifyInstanceGroupByName setClusterTerminationProtection terminateCluster',
  ),
  'emr-containers': actions('createVirtualCluster deleteVirtualCluster startJobRun'),
  'emr-serverless': actions(
    'cancelJobRun createApplication deleteApplication startApplication startJobRun stopApplication',
  ),
  events: { putEvents: ['Entries'] },
  glue: { startJobRun: ['JobName'] },
  http: { invoke: ['ApiEndpoint', 'Method'] },
  lambda: { invoke: ['FunctionName'] },
  mediaconvert: actions('createJob'),
  sagemaker: actions(
    'createEndpoint createEndpointConfig createHyperParameterTuningJob createLabelingJob createModel createProcessingJob createTrainingJob createTransformJob updateEndpoint',
  ),
  sns: { publish: ['Message', 'TopicArn|TargetArn|PhoneNumber'] },
  sqs: { sendMessage: ['QueueUrl', 'MessageBody'] },
  states: { startExecution: ['StateMachineArn'] },
};
