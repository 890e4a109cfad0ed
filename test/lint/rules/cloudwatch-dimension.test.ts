import { cloudwatchDimension } from '../../../src/lint/rules/cloudwatch-dimension.ts';
import { tester } from '../tester.ts';

const resources = `Resources:
  Fn: {Type: AWS::Lambda::Function}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn, FunctionVersion: '1', Name: live}}
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Flow: {Type: AWS::StepFunctions::StateMachine}
  Rest: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a}}
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
`;
const alarm = (namespace: string, name: string, value: string) => `${resources}  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: ${namespace}, Dimensions: [{Name: ${name}, Value: ${value}}]}
`;
const math = (value: string) => `${resources}  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Metrics: [{Id: a, MetricStat: {Metric: {Namespace: AWS/SQS, Dimensions: [{Name: QueueName, Value: ${value}}]}}}]
`;

tester.run(cloudwatchDimension, {
  valid: [
    alarm('AWS/Lambda', 'FunctionName', '!Ref Fn'),
    alarm('AWS/Lambda', 'Resource', "!Sub '${Fn}:live'"),
    alarm('AWS/Lambda', 'FunctionName', '!ImportValue fn'),
    alarm('AWS/SQS', 'QueueName', '!GetAtt Queue.QueueName'),
    alarm('AWS/SNS', 'TopicName', '!GetAtt Topic.TopicName'),
    alarm('AWS/States', 'StateMachineArn', '!Ref Flow'),
    alarm('AWS/ApiGateway', 'ApiName', '!Ref AWS::StackName'),
    alarm('AWS/ApplicationELB', 'LoadBalancer', '!GetAtt Balancer.LoadBalancerFullName'),
    // The dimensions of metrics of one's own hold anything.
    alarm('Shop', 'QueueName', '!Ref Queue'),
    alarm('!Ref Namespace', 'QueueName', '!Ref Queue'),
    alarm('AWS/SQS', 'toString', '!Ref Queue'),
    math('!GetAtt Queue.QueueName'),
  ],
  invalid: [
    {
      template: alarm('AWS/Lambda', 'FunctionName', '!GetAtt Fn.Arn'),
      problems: [
        {
          messageId: 'cured',
          line: 11,
          column: 82,
          level: 'warning',
          data: { reference: '!GetAtt Fn.Arn', given: 'an ARN', cure: '!Ref Fn' },
        },
      ],
    },
    {
      template: alarm('AWS/Lambda', 'FunctionName', '!Ref Live'),
      problems: [{ messageId: 'type', line: 11, column: 82, data: { type: 'AWS::Lambda::Alias' } }],
    },
    {
      template: alarm('AWS/SNS', 'TopicName', '!Ref Topic'),
      problems: [{ messageId: 'cured', line: 11, column: 76, data: { cure: '!GetAtt Topic.TopicName' } }],
    },
    {
      template: alarm('AWS/ApiGateway', 'ApiName', '!Ref Rest'),
      problems: [{ messageId: 'form', line: 11, column: 81, data: { given: 'an id' } }],
    },
    {
      template: alarm('AWS/ApplicationELB', 'LoadBalancer', '!Ref Balancer'),
      problems: [{ messageId: 'cured', line: 11, column: 90, data: { cure: '!GetAtt Balancer.LoadBalancerFullName' } }],
    },
    {
      template: math('!Ref Queue'),
      problems: [
        { messageId: 'cured', line: 12, column: 105, data: { given: 'a URL', cure: '!GetAtt Queue.QueueName' } },
      ],
    },
  ],
});
