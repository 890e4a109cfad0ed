/** The actions of which a caller needs one to send something to a resource, or to start it. */
const actions: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::Batch::JobQueue', ['batch:SubmitJob']],
  ['AWS::CodeBuild::Project', ['codebuild:StartBuild']],
  ['AWS::CodePipeline::Pipeline', ['codepipeline:StartPipelineExecution']],
  ['AWS::ECS::Cluster', ['ecs:RunTask']],
  ['AWS::Events::EventBus', ['events:PutEvents']],
  ['AWS::Kinesis::Stream', ['kinesis:PutRecord', 'kinesis:PutRecords']],
  ['AWS::KinesisFirehose::DeliveryStream', ['firehose:PutRecord', 'firehose:PutRecordBatch']],
  ['AWS::Lambda::Function', ['lambda:InvokeFunction']],
  ['AWS::SNS::Topic', ['sns:Publish']],
  ['AWS::SQS::Queue', ['sqs:SendMessage']],
  ['AWS::StepFunctions::StateMachine', ['states:StartExecution', 'states:StartSyncExecution']],
]);

/** The actions that call a resource of a type; none where it cannot be called, or in too many ways. */
export const sendActions = (type: string): readonly string[] => actions.get(type) ?? [];

/** The same for reading from a resource. */
const reading: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::DynamoDB::Table', ['dynamodb:GetRecords']],
  ['AWS::Kinesis::Stream', ['kinesis:GetRecords', 'kinesis:SubscribeToShard']],
  ['AWS::SQS::Queue', ['sqs:ReceiveMessage']],
]);

/** The actions of which a reader needs one to take from a resource of a type. */
export const readActions = (type: string): readonly string[] => reading.get(type) ?? [];
