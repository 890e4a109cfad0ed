import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expand } from '../../src/index.ts';

const path = 'templates/orders/template.yaml';
const template = readFileSync(path, 'utf8');
const lines = template.split('\n');
const { template: expanded, locate } = expand(template, { path });

/** The logical id that starts with a prefix and goes on with a hash. */
const hashed = (prefix: string): string =>
  Object.keys(expanded!['Resources'] as object).find((id) => id.startsWith(prefix))!;

/** The line that a value comes from, and the one of the logical id or section that it stands under. */
const traced = (pointer: string): { under: string; line: string; exact: boolean } => {
  const { file, line, exact } = locate(pointer)!;
  expect(file).toBe(path);
  const under = lines.slice(0, line).findLast((text) => /^ {0,2}\w/.test(text));
  return { under: under!.trim().replace(/:.*/, ''), line: lines[line - 1]!.trim(), exact };
};

test.each([
  // What takes the place of a resource comes from its logical id.
  ['Orders', 'Orders', 'Orders:'],
  ['PlaceOrder', 'PlaceOrder', 'PlaceOrder:'],
  ['Queue', 'Queue', 'Queue:'],
  // Roles are there for the policies, and each policy comes from its item.
  ['PlaceOrderRole', 'PlaceOrder', 'Policies:'],
  ['ReportRole', 'Report', 'Policies:'],
  ['PlaceOrderRole/Properties/Policies/0', 'PlaceOrder', '- DynamoDBWritePolicy: {TableName: !Ref Orders}'],
  [
    'PlaceOrderRole/Properties/Policies/1',
    'PlaceOrder',
    '- SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}',
  ],
  ['CheckOrderRole/Properties/Policies/0', 'CheckOrder', '- Statement:'],
  [
    'CheckOrderRole/Properties/Policies/0/PolicyDocument/Statement/1/Action',
    'CheckOrder',
    '- {Effect: Allow, Action: lambda:InvokeFunction, Resource: !Ref PlaceOrder.Version}',
  ],
  ['FulfilOrderRole/Properties/ManagedPolicyArns/1', 'Function', 'Tracing: Active'],
  ['FulfilOrderRole/Properties/ManagedPolicyArns/2', 'FulfilOrder', 'Queue:'],
  // Permissions, mappings, rules, subscriptions and queues are there for their events.
  ['PlaceOrderPostPermission', 'PlaceOrder', 'Post:'],
  ['FulfilOrderQueue', 'FulfilOrder', 'Queue:'],
  ['FulfilOrderCancelled', 'FulfilOrder', 'Cancelled:'],
  ['FulfilOrderCancelledPermission', 'FulfilOrder', 'Cancelled:'],
  ['FulfilOrderCancelledQueue', 'FulfilOrder', 'DeadLetterConfig: {Type: SQS}'],
  ['FulfilOrderCancelledQueuePolicy', 'FulfilOrder', 'DeadLetterConfig: {Type: SQS}'],
  ['ReportMorning', 'Report', 'Morning:'],
  ['ReportMorningPermission', 'Report', 'Morning:'],
  ['ReportBounces', 'Report', 'Bounces:'],
  ['ReportBouncesPermission', 'Report', 'Bounces:'],
  // The version, the alias and the deployment.
  ['PlaceOrderAliaslive', 'PlaceOrder', 'AutoPublishAlias: live'],
  ['PlaceOrderAliaslive/Properties/Name', 'PlaceOrder', 'AutoPublishAlias: live'],
  ['PlaceOrderAliaslive/UpdatePolicy', 'PlaceOrder', 'DeploymentPreference:'],
  ['PlaceOrderDeploymentGroup', 'PlaceOrder', 'DeploymentPreference:'],
  ['PlaceOrderDeploymentGroup/Properties/DeploymentConfigName', 'PlaceOrder', 'Type: Canary10Percent5Minutes'],
  ['PlaceOrderDeploymentGroup/Properties/AlarmConfiguration', 'PlaceOrder', 'Alarms: [!Ref PlaceOrderErrors]'],
  ['ServerlessDeploymentApplication', 'PlaceOrder', 'DeploymentPreference:'],
  ['CodeDeployServiceRole', 'PlaceOrder', 'DeploymentPreference:'],
  // The API that nobody wrote.
  ['ServerlessHttpApi', 'PlaceOrder', 'Post:'],
  ['ServerlessHttpApi/Properties/Body/paths/~1orders', 'PlaceOrder', 'Post:'],
  ['ServerlessHttpApiApiGatewayDefaultStage', 'PlaceOrder', 'Post:'],
  // Values from Globals, and those that win over them.
  ['FulfilOrder/Properties/Runtime', 'Function', 'Runtime: nodejs22.x'],
  ['FulfilOrder/Properties/Handler', 'Function', 'Handler: index.handler'],
  ['FulfilOrder/Properties/Timeout', 'FulfilOrder', 'Timeout: 30'],
  ['Report/Properties/Timeout', 'Function', 'Timeout: 10'],
  ['Report/Properties/Layers/0', 'Function', 'Layers: [!Ref Shared]'],
  ['PlaceOrder/Properties/Environment/Variables/STAGE', 'Function', 'STAGE: !Ref Stage'],
  ['PlaceOrder/Properties/Environment/Variables/QUEUE', 'PlaceOrder', 'QUEUE: !Ref Queue'],
  ['Report/Properties/Tags/1', 'Function', 'service: orders'],
  ['PlaceOrderRole/Properties/Tags/1', 'Function', 'service: orders'],
  // Properties that pass through, some under another name.
  ['PlaceOrder/Properties/Code', 'PlaceOrder', 'CodeUri: src/place-order'],
  ['CheckOrder/Properties/FunctionName', 'CheckOrder', 'FunctionName: !Sub CodeDeployHook_check-order-${Stage}'],
  ['Orders/Properties/SSESpecification/SSEEnabled', 'Orders', 'SSESpecification: {SSEEnabled: true}'],
  ['Orders/Properties/KeySchema', 'Orders', 'PrimaryKey: {Name: orderId, Type: String}'],
  ['FulfilOrderQueue/Properties/EventSourceArn', 'FulfilOrder', 'Queue: !GetAtt Queue.Arn'],
  ['FulfilOrderQueue/Properties/BatchSize', 'FulfilOrder', 'BatchSize: 5'],
  [
    'FulfilOrderCancelled/Properties/EventPattern/source/0',
    'FulfilOrder',
    'Pattern: {source: [shop.orders], detail-type: [OrderCancelled]}',
  ],
  ['ReportMorning/Properties/ScheduleExpression', 'Report', 'Schedule: !Sub cron(0 ${ReportHour} * * ? *)'],
  ['ReportBounces/Properties/TopicArn', 'Report', 'Topic: !Ref Bounces'],
  ['ReportMorning/Condition', 'Report', 'Condition: IsProd'],
  ['Orders/DeletionPolicy', 'Orders', 'DeletionPolicy: Retain'],
  // What is not SAM's.
  [
    'PlaceOrderErrors/Properties/Dimensions/1/Value',
    'PlaceOrderErrors',
    "- {Name: Resource, Value: !Sub '${PlaceOrder}:live'}",
  ],
  ['Queue/Properties/VisibilityTimeout', 'Queue', 'VisibilityTimeout: 180'],
])('%s comes from %s: %s', (resource, under, line) => {
  expect(traced(`/Resources/${resource}`)).toEqual({ under, line, exact: true });
});

test('what has a hash in its name is traced too', () => {
  const version = traced(`/Resources/${hashed('PlaceOrderVersion')}`);
  expect(version).toEqual({ under: 'PlaceOrder', line: 'AutoPublishAlias: live', exact: true });
  const layer = `/Resources/${hashed('Shared')}`;
  expect(traced(layer)).toEqual({ under: 'Shared', line: 'Shared:', exact: true });
  expect(traced(`${layer}/Properties/Content`).line).toBe('ContentUri: layers/shared');
  expect(traced(`${layer}/DeletionPolicy`).line).toBe('RetentionPolicy: Delete');
});

test('what a resource was made with shares its place', () => {
  expect(traced('/Resources/PlaceOrderRole/Type')).toEqual({ under: 'PlaceOrder', line: 'Policies:', exact: false });
  expect(traced('/Resources/PlaceOrderPostPermission/Properties/Action').line).toBe('Post:');
  expect(traced('/Resources/Orders/Properties/BillingMode').line).toBe('Orders:');
});

test('references that were rewritten, and other sections', () => {
  expect(traced('/Outputs/PlaceOrder/Value')).toEqual({
    under: 'PlaceOrder',
    line: 'Value: !Ref PlaceOrder.Alias',
    exact: true,
  });
  expect(traced('/Resources/Report/Properties/Layers/0/Ref').line).toBe('Layers: [!Ref Shared]');
  expect(traced('/Conditions/IsProd').line).toBe('IsProd: !Equals [!Ref Stage, prod]');
  expect(traced('/Parameters/Stage/Default').line).toBe('Default: dev');
});
