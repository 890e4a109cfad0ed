import { append } from '../../../model/lists.ts';
import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type { Json, Step } from '../../../model/tree.ts';
import { apiAuthorizers } from '../apis/authorizers.ts';
import { apiRoutes } from '../apis/routes.ts';

/** A place that gives a service a role to take. */
interface RolePlace {
  readonly type: string;
  readonly path: readonly Step[];
  /** The first part of the service's principal. */
  readonly service: string;
  /** Whether AWS takes the role when it makes the resource, and refuses that where it may not. */
  readonly isTried: boolean;
}

/** Types whose resources are refused where their service may not take the role. */
const tried: readonly (readonly [type: string, path: string, service: string])[] = [
  ['AWS::ApiGateway::Account', 'CloudWatchRoleArn', 'apigateway'],
  ['AWS::CodeBuild::Project', 'ServiceRole', 'codebuild'],
  ['AWS::CodeDeploy::DeploymentGroup', 'ServiceRoleArn', 'codedeploy'],
  ['AWS::CodePipeline::Pipeline', 'RoleArn', 'codepipeline'],
  ['AWS::Cognito::UserPool', 'SmsConfiguration.SnsCallerArn', 'cognito-idp'],
  ['AWS::KinesisFirehose::DeliveryStream', 'ExtendedS3DestinationConfiguration.RoleARN', 'firehose'],
  ['AWS::KinesisFirehose::DeliveryStream', 'S3DestinationConfiguration.RoleARN', 'firehose'],
  ['AWS::Logs::SubscriptionFilter', 'RoleArn', 'logs'],
  ['AWS::Pipes::Pipe', 'RoleArn', 'pipes'],
  ['AWS::RDS::DBInstance', 'MonitoringRoleArn', 'monitoring.rds'],
  ['AWS::Scheduler::Schedule', 'Target.RoleArn', 'scheduler'],
  ['AWS::StepFunctions::StateMachine', 'RoleArn', 'states'],
];

/** Types that are made all the same; what needs the role fails later. */
const untried: readonly (readonly [type: string, path: string, service: string])[] = [
  ['AWS::ApiGateway::Authorizer', 'AuthorizerCredentials', 'apigateway'],
  ['AWS::ApiGateway::Method', 'Integration.Credentials', 'apigateway'],
  ['AWS::ApiGatewayV2::Authorizer', 'AuthorizerCredentialsArn', 'apigateway'],
  ['AWS::ApiGatewayV2::Integration', 'CredentialsArn', 'apigateway'],
  ['AWS::AppSync::DataSource', 'ServiceRoleArn', 'appsync'],
  ['AWS::AppSync::GraphQLApi', 'LogConfig.CloudWatchLogsRoleArn', 'appsync'],
  ['AWS::Backup::BackupSelection', 'BackupSelection.IamRoleArn', 'backup'],
  ['AWS::Bedrock::Agent', 'AgentResourceRoleArn', 'bedrock'],
  ['AWS::Bedrock::Flow', 'ExecutionRoleArn', 'bedrock'],
  ['AWS::Bedrock::KnowledgeBase', 'RoleArn', 'bedrock'],
  ['AWS::BedrockAgentCore::Gateway', 'RoleArn', 'bedrock-agentcore'],
  ['AWS::BedrockAgentCore::Runtime', 'RoleArn', 'bedrock-agentcore'],
  ['AWS::EC2::FlowLog', 'DeliverLogsPermissionArn', 'vpc-flow-logs'],
  ['AWS::ECS::TaskDefinition', 'ExecutionRoleArn', 'ecs-tasks'],
  ['AWS::ECS::TaskDefinition', 'TaskRoleArn', 'ecs-tasks'],
  ['AWS::Events::Rule', 'Targets.*.RoleArn', 'events'],
  ['AWS::Glue::Crawler', 'Role', 'glue'],
  ['AWS::Glue::Job', 'Role', 'glue'],
  ['AWS::IoT::TopicRule', 'TopicRulePayload.Actions.*.*.RoleArn', 'iot'],
  ['AWS::IoT::TopicRule', 'TopicRulePayload.ErrorAction.*.RoleArn', 'iot'],
  ['AWS::RDS::DBProxy', 'RoleArn', 'rds'],
  ['AWS::S3::Bucket', 'ReplicationConfiguration.Role', 's3'],
  ['AWS::SNS::Subscription', 'SubscriptionRoleArn', 'sns'],
  ['AWS::SageMaker::Model', 'ExecutionRoleArn', 'sagemaker'],
  ['AWS::SageMaker::NotebookInstance', 'RoleArn', 'sagemaker'],
  ['AWS::SageMaker::Pipeline', 'RoleArn', 'sagemaker'],
];

const places: readonly RolePlace[] = [tried, untried].flatMap((list) =>
  list.map(([type, path, service]) => ({ type, path: path.split('.'), service, isTried: list === tried })),
);

/** A place of the template that gives a service a role; functions apart. */
export interface RoleUse {
  readonly owner: ResourceNode;
  readonly service: string;
  readonly value: Json;
  readonly at: Cause | undefined;
  readonly isTried: boolean;
}

/** Every place that gives a service a role, the documents of APIs included. */
export const roleUses = (view: TemplateView): RoleUse[] => {
  const uses: RoleUse[] = [];
  for (const { type, path, service, isTried } of places) {
    for (const owner of view.resources(type)) {
      for (const { value, at } of owner.all(...path)) uses.push({ owner, service, value, at, isTried });
    }
  }
  append(uses, documentUses(view));
  return uses;
};

const documentUses = (view: TemplateView): RoleUse[] => {
  const ofRoutes = apiRoutes(view).flatMap(({ api, document, integration }) =>
    document ? (integration?.credentials ?? []).map((role) => ({ api, ...role })) : [],
  );
  const ofAuthorizers = apiAuthorizers(view).flatMap(({ owner, ...authorizer }) =>
    owner.type.endsWith('::Authorizer')
      ? []
      : authorizer.values('credentials').map((role) => ({ api: owner, ...role })),
  );
  return [...ofRoutes, ...ofAuthorizers].map(({ api, value, at }) => ({
    owner: api,
    service: 'apigateway',
    value,
    at,
    isTried: false,
  }));
};
