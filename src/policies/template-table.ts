/**
 * What a policy template grants: actions, what they apply to, and what must be equal for them to be allowed.
 *
 * - `'s3: GetObject ListBucket'` is a list of actions of one service, `'kms:Decrypt'` a single action.
 * - `'sqs:{QueueName}'` is an ARN of this partition, region and account, `'s3:::{BucketName}'` one without region and
 *   account; `'{SecretArn}'` and `'*'` stand for themselves.
 * - `{QueueName}` is a parameter that `Fn::Sub` puts in as `queueName`, `{PipelineName:pipelinename}` names the variable.
 */
export type Grant = readonly [
  actions: string,
  resources: string | readonly string[],
  equal?: Readonly<Record<string, string>>,
];

const cluster = 'elasticmapreduce:cluster/{ClusterId}';
const collection = 'rekognition:collection/{CollectionId}';
const table = 'dynamodb:table/{TableName}';
const tableAndIndexes = [table, `${table}/index/*`];
const bucket = 's3:::{BucketName}';
const objects = `${bucket}/*`;
const identity = 'ses:identity/{IdentityName}';
const stateMachine = 'states:stateMachine:{StateMachineName}';
const readParameter = 'ssm: GetParameters GetParameter GetParametersByPath';

/** The policy templates that `Policies` takes, by name. */
export const policyTemplates: Readonly<Record<string, readonly Grant[]>> = {
  AcmGetCertificatePolicy: [['acm: GetCertificate', '{CertificateArn}']],
  AMIDescribePolicy: [['ec2: DescribeImages', '*']],
  AthenaQueryPolicy: [
    [
      'athena: ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs GetNamespaces GetTables GetTable',
      '*',
    ],
    [
      'athena: StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions StopQueryExecution GetQueryResultsStream ListNamedQueries CreateNamedQuery GetQueryExecution BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup',
      'athena:workgroup/{WorkGroupName:workgroupName}',
    ],
  ],
  AWSSecretsManagerGetSecretValuePolicy: [['secretsmanager: GetSecretValue', '{SecretArn}']],
  AWSSecretsManagerRotationPolicy: [
    [
      'secretsmanager: DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage',
      'secretsmanager:secret:*',
      { 'secretsmanager:resource/AllowRotationLambdaArn': 'lambda:function:{FunctionName}' },
    ],
    ['secretsmanager: GetRandomPassword', '*'],
  ],
  CloudFormationDescribeStacksPolicy: [['cloudformation: DescribeStacks', 'cloudformation:stack/*']],
  CloudWatchDashboardPolicy: [['cloudwatch: GetDashboard ListDashboards PutDashboard ListMetrics', '*']],
  CloudWatchDescribeAlarmHistoryPolicy: [['cloudwatch: DescribeAlarmHistory', '*']],
  CloudWatchPutMetricPolicy: [['cloudwatch: PutMetricData', '*']],
  CodeCommitCrudPolicy: [
    [
      'codecommit: GitPull GitPush CreateBranch DeleteBranch GetBranch ListBranches MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch BatchDescribeMergeConflicts CreateUnreferencedMergeCommit DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests CreatePullRequest DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle DeleteFile GetBlob GetFile GetFolder PutFile DeleteCommentContent GetComment GetCommentsForComparedCommit PostCommentForComparedCommit PostCommentReply UpdateComment BatchGetCommits CreateCommit GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository UpdateRepositoryDescription ListTagsForResource TagResource UntagResource GetRepositoryTriggers PutRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit UploadArchive GetUploadArchiveStatus CancelUploadArchive',
      'codecommit:{RepositoryName}',
    ],
  ],
  CodeCommitReadPolicy: [
    [
      'codecommit: GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests GetBlob GetFile GetFolder GetComment GetCommentsForComparedCommit BatchGetCommits GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository ListTagsForResource GetRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit GetUploadArchiveStatus',
      'codecommit:{RepositoryName}',
    ],
  ],
  CodePipelineLambdaExecutionPolicy: [['codepipeline: PutJobSuccessResult PutJobFailureResult', '*']],
  CodePipelineReadOnlyPolicy: [['codepipeline: ListPipelineExecutions', 'codepipeline:{PipelineName:pipelinename}']],
  ComprehendBasicAccessPolicy: [
    [
      'comprehend: BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment',
      '*',
    ],
  ],
  CostExplorerReadOnlyPolicy: [
    [
      'ce: GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetTags',
      '*',
    ],
  ],
  DynamoDBBackupFullAccessPolicy: [
    ['dynamodb: CreateBackup DescribeContinuousBackups', table],
    ['dynamodb: DeleteBackup DescribeBackup ListBackups', `${table}/backup/*`],
  ],
  DynamoDBCrudPolicy: [
    [
      'dynamodb: GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable ConditionCheckItem',
      tableAndIndexes,
    ],
  ],
  DynamoDBReadPolicy: [['dynamodb: GetItem Scan Query BatchGetItem DescribeTable', tableAndIndexes]],
  DynamoDBReconfigurePolicy: [['dynamodb: UpdateTable', table]],
  DynamoDBRestoreFromBackupPolicy: [
    ['dynamodb: RestoreTableFromBackup', `${table}/backup/*`],
    ['dynamodb: PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem', table],
  ],
  DynamoDBStreamReadPolicy: [
    ['dynamodb: DescribeStream GetRecords GetShardIterator', `${table}/stream/{StreamName}`],
    ['dynamodb: ListStreams', `${table}/stream/*`],
  ],
  DynamoDBWritePolicy: [['dynamodb: PutItem UpdateItem BatchWriteItem', tableAndIndexes]],
  EC2CopyImagePolicy: [['ec2: CopyImage', 'ec2:image/{ImageId}']],
  EC2DescribePolicy: [['ec2: DescribeRegions DescribeInstances', '*']],
  EcsRunTaskPolicy: [['ecs: RunTask', 'ecs:task-definition/{TaskDefinition}']],
  EFSWriteAccessPolicy: [
    [
      'elasticfilesystem: ClientMount ClientWrite',
      'elasticfilesystem:file-system/{FileSystem:FileSystem}',
      { 'elasticfilesystem:AccessPointArn': 'elasticfilesystem:access-point/{AccessPoint:AccessPoint}' },
    ],
  ],
  EKSDescribePolicy: [['eks: DescribeCluster ListClusters', '*']],
  ElasticMapReduceAddJobFlowStepsPolicy: [['elasticmapreduce:AddJobFlowSteps', cluster]],
  ElasticMapReduceCancelStepsPolicy: [['elasticmapreduce:CancelSteps', cluster]],
  ElasticMapReduceModifyInstanceFleetPolicy: [['elasticmapreduce: ModifyInstanceFleet ListInstanceFleets', cluster]],
  ElasticMapReduceModifyInstanceGroupsPolicy: [['elasticmapreduce: ModifyInstanceGroups ListInstanceGroups', cluster]],
  ElasticMapReduceSetTerminationProtectionPolicy: [['elasticmapreduce:SetTerminationProtection', cluster]],
  ElasticMapReduceTerminateJobFlowsPolicy: [['elasticmapreduce:TerminateJobFlows', cluster]],
  ElasticsearchHttpPostPolicy: [['es: ESHttpPost ESHttpPut', 'es:domain/{DomainName}/*']],
  EventBridgePutEventsPolicy: [['events:PutEvents', 'events:event-bus/{EventBusName}']],
  FilterLogEventsPolicy: [['logs: FilterLogEvents', 'logs:log-group:{LogGroupName}:log-stream:*']],
  FirehoseCrudPolicy: [
    [
      'firehose: CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch UpdateDestination',
      'firehose:deliverystream/{DeliveryStreamName}',
    ],
  ],
  FirehoseWritePolicy: [['firehose: PutRecord PutRecordBatch', 'firehose:deliverystream/{DeliveryStreamName}']],
  KinesisCrudPolicy: [
    [
      'kinesis: AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream',
      'kinesis:stream/{StreamName}',
    ],
  ],
  KinesisStreamReadPolicy: [
    ['kinesis: ListStreams DescribeLimits', 'kinesis:stream/*'],
    ['kinesis: DescribeStream DescribeStreamSummary GetRecords GetShardIterator', 'kinesis:stream/{StreamName}'],
  ],
  KMSDecryptPolicy: [['kms:Decrypt', 'kms:key/{KeyId}']],
  KMSEncryptPolicy: [['kms:Encrypt', 'kms:key/{KeyId}']],
  KMSEncryptPolicy_v2: [
    [
      'kms: Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext',
      'kms:key/{KeyId}',
    ],
  ],
  LambdaInvokePolicy: [['lambda: InvokeFunction', 'lambda:function:{FunctionName}*']],
  MobileAnalyticsWriteOnlyAccessPolicy: [['mobileanalytics: PutEvents', '*']],
  OrganizationsListAccountsPolicy: [['organizations: ListAccounts', '*']],
  PinpointEndpointAccessPolicy: [
    [
      'mobiletargeting: GetEndpoint UpdateEndpoint UpdateEndpointsBatch',
      'mobiletargeting:apps/{PinpointApplicationId}/endpoints/*',
    ],
  ],
  PollyFullAccessPolicy: [
    ['polly: GetLexicon DeleteLexicon', ['polly:lexicon/{LexiconName}']],
    ['polly: DescribeVoices ListLexicons PutLexicon SynthesizeSpeech', ['polly:lexicon/*']],
  ],
  RekognitionDetectOnlyPolicy: [['rekognition: DetectFaces DetectLabels DetectModerationLabels DetectText', '*']],
  RekognitionFacesManagementPolicy: [
    ['rekognition: IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces', collection],
  ],
  RekognitionFacesPolicy: [['rekognition: CompareFaces DetectFaces', '*']],
  RekognitionLabelsPolicy: [['rekognition: DetectLabels DetectModerationLabels', '*']],
  RekognitionNoDataAccessPolicy: [
    ['rekognition: CompareFaces DetectFaces DetectLabels DetectModerationLabels', collection],
  ],
  RekognitionReadPolicy: [['rekognition: ListCollections ListFaces SearchFaces SearchFacesByImage', collection]],
  RekognitionWriteOnlyAccessPolicy: [['rekognition: CreateCollection IndexFaces', collection]],
  Route53ChangeResourceRecordSetsPolicy: [
    ['route53: ChangeResourceRecordSets', 'route53:::hostedzone/{HostedZoneId:HostedZoneId}'],
  ],
  S3CrudPolicy: [
    [
      's3: GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject',
      [bucket, objects],
    ],
  ],
  S3FullAccessPolicy: [
    [
      's3: GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging',
      [objects],
    ],
    ['s3: ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration', [bucket]],
  ],
  S3ReadPolicy: [
    ['s3: GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration', [bucket, objects]],
  ],
  S3WritePolicy: [['s3: PutObject PutObjectAcl PutLifecycleConfiguration', [bucket, objects]]],
  SageMakerCreateEndpointConfigPolicy: [
    ['sagemaker: CreateEndpointConfig', 'sagemaker:endpoint-config/{EndpointConfigName}'],
  ],
  SageMakerCreateEndpointPolicy: [['sagemaker: CreateEndpoint', 'sagemaker:endpoint/{EndpointName}']],
  ServerlessRepoReadWriteAccessPolicy: [
    [
      'serverlessrepo: CreateApplication CreateApplicationVersion UpdateApplication GetApplication ListApplications ListApplicationVersions ListApplicationDependencies',
      ['serverlessrepo:applications/*'],
    ],
  ],
  SESBulkTemplatedCrudPolicy: [
    [
      'ses: GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity',
      identity,
    ],
  ],
  SESBulkTemplatedCrudPolicy_v2: [
    [
      'ses: SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail',
      [identity, 'ses:template/{TemplateName}'],
    ],
    ['ses: GetIdentityVerificationAttributes VerifyEmailIdentity', '*'],
  ],
  SESCrudPolicy: [['ses: GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity', identity]],
  SESEmailTemplateCrudPolicy: [
    ['ses: CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate', '*'],
  ],
  SESSendBouncePolicy: [['ses: SendBounce', identity]],
  SNSCrudPolicy: [
    ['sns: ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish', 'sns:{TopicName}*'],
  ],
  SNSPublishMessagePolicy: [['sns: Publish', 'sns:{TopicName}']],
  SQSPollerPolicy: [
    [
      'sqs: ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch GetQueueAttributes ReceiveMessage',
      'sqs:{QueueName}',
    ],
  ],
  SQSSendMessagePolicy: [['sqs: SendMessage*', 'sqs:{QueueName}']],
  SSMParameterReadPolicy: [
    ['ssm: DescribeParameters', '*'],
    [readParameter, 'ssm:parameter/{ParameterName}'],
  ],
  SSMParameterWithSlashPrefixReadPolicy: [
    ['ssm: DescribeParameters', '*'],
    [readParameter, 'ssm:parameter{ParameterName}'],
  ],
  StepFunctionsCallbackPolicy: [['states: SendTaskFailure SendTaskHeartbeat SendTaskSuccess', stateMachine]],
  StepFunctionsExecutionPolicy: [['states: StartExecution', stateMachine]],
  StepFunctionsExecutionPolicy_v2: [['states: StartExecution StartSyncExecution', stateMachine]],
  TextractDetectAnalyzePolicy: [
    ['textract: DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument', '*'],
  ],
  TextractGetResultPolicy: [['textract: GetDocumentTextDetection GetDocumentAnalysis', '*']],
  TextractPolicy: [['textract: *', '*']],
  VPCAccessPolicy: [
    ['ec2: CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface', '*'],
  ],
};
