import type { Wanted } from './wanted.ts';
import { arnOf, attributeOf, idOf, nameOf } from './wants.ts';

/**
 * What the dimensions of AWS's own metrics hold, by namespace and name. Source: the page on metrics in the guide of each
 * service.
 */
export const dimensions: Readonly<Record<string, Readonly<Record<string, Wanted>>>> = {
  'AWS/ApiGateway': {
    // That of a REST API: its ID is never the name.
    ApiName: { ...nameOf('AWS::ApiGateway::RestApi'), types: [] },
    ApiId: idOf('AWS::ApiGatewayV2::Api'),
    Stage: nameOf('AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'),
  },
  'AWS/AppSync': { GraphQLAPIId: attributeOf('AWS::AppSync::GraphQLApi', 'ApiId') },
  'AWS/ApplicationELB': {
    LoadBalancer: attributeOf('AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerFullName'),
    TargetGroup: attributeOf('AWS::ElasticLoadBalancingV2::TargetGroup', 'TargetGroupFullName'),
  },
  'AWS/Cognito': {
    UserPool: idOf('AWS::Cognito::UserPool'),
    UserPoolClient: idOf('AWS::Cognito::UserPoolClient'),
  },
  'AWS/CloudFront': { DistributionId: idOf('AWS::CloudFront::Distribution') },
  'AWS/DynamoDB': { TableName: nameOf('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable') },
  'AWS/ECS': { ClusterName: nameOf('AWS::ECS::Cluster'), ServiceName: nameOf('AWS::ECS::Service') },
  'AWS/Events': { EventBusName: nameOf('AWS::Events::EventBus'), RuleName: nameOf('AWS::Events::Rule') },
  'AWS/Firehose': { DeliveryStreamName: nameOf('AWS::KinesisFirehose::DeliveryStream') },
  'AWS/Kinesis': { StreamName: nameOf('AWS::Kinesis::Stream') },
  'AWS/Lambda': { FunctionName: nameOf('AWS::Lambda::Function') },
  'AWS/Logs': { LogGroupName: nameOf('AWS::Logs::LogGroup') },
  'AWS/NetworkELB': {
    LoadBalancer: attributeOf('AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerFullName'),
    TargetGroup: attributeOf('AWS::ElasticLoadBalancingV2::TargetGroup', 'TargetGroupFullName'),
  },
  'AWS/RDS': {
    DBClusterIdentifier: nameOf('AWS::RDS::DBCluster'),
    DBInstanceIdentifier: nameOf('AWS::RDS::DBInstance'),
    ProxyName: nameOf('AWS::RDS::DBProxy'),
  },
  'AWS/S3': { BucketName: nameOf('AWS::S3::Bucket') },
  'AWS/SNS': { TopicName: nameOf('AWS::SNS::Topic') },
  'AWS/SQS': { QueueName: nameOf('AWS::SQS::Queue') },
  'AWS/States': {
    ActivityArn: arnOf('AWS::StepFunctions::Activity'),
    StateMachineArn: arnOf('AWS::StepFunctions::StateMachine'),
  },
};
