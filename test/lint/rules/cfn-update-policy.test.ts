import { cfnUpdatePolicy } from '../../../src/lint/rules/cfn-update-policy.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const of = (type: string, attributes: string) => `Resources:
  Thing: {Type: ${type}, ${attributes}}
`;
const group = 'AWS::AutoScaling::AutoScalingGroup';

tester.run(cfnUpdatePolicy, {
  valid: [
    of(
      group,
      'UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: "1", PauseTime: PT1H30M, WaitOnResourceSignals: "true", SuspendProcesses: [AZRebalance]}}, Properties: {MaxSize: "2"}',
    ),
    of(
      group,
      'UpdatePolicy: {AutoScalingReplacingUpdate: {WillReplace: !Ref Replace}, AutoScalingRollingUpdate: !Ref AWS::NoValue}',
    ),
    of(group, 'UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: 1}, AutoScalingScheduledAction: {}}'),
    of(group, 'CreationPolicy: {ResourceSignal: {Count: 1}}'),
    of(group, 'UpdatePolicy: !If [C, {AutoScalingScheduledAction: {}}, !Ref AWS::NoValue]'),
    of(
      'AWS::Lambda::Alias',
      'UpdatePolicy: {CodeDeployLambdaAliasUpdate: {ApplicationName: a, DeploymentGroupName: b, BeforeAllowTrafficHook: c}}',
    ),
    of('AWS::OpenSearchService::Domain', 'UpdatePolicy: {EnableVersionUpgrade: true}'),
    of('Acme::Net::Fleet', 'UpdatePolicy: {Any: 1}'),
  ],
  invalid: [
    marked(of(group, 'UpdatePolicy: !If [C, {‹A›: 1}, !Ref AWS::NoValue]'), 'unknown'),
    marked(
      of(group, 'CreationPolicy: {ResourceSignal: {Count: ‹some›, Timeout: ‹15M›}, AutoScalingCreationPolicy: ‹50›}'),
      [
        { messageId: 'form', data: { key: 'Count', form: 'a whole number', found: "'some'" } },
        { messageId: 'form', data: { key: 'Timeout', form: 'a duration such as PT15M or PT1H30M' } },
        { messageId: 'form', data: { key: 'AutoScalingCreationPolicy', form: 'a map' } },
      ],
    ),
    marked(
      of(
        group,
        'UpdatePolicy: {AutoScalingRollingUpdate: {MinSuccessfulInstancesPercent: ‹150›, WaitOnResourceSignals: ‹yes please›, SuspendProcesses: ‹a›}}',
      ),
      [{ messageId: 'form', data: { form: 'a whole number of 0 to 100' } }, 'form', 'form'],
    ),
    marked(
      of(group, 'UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: ‹2›}}, Properties: {MaxSize: 2}'),
      {
        messageId: 'service',
        level: 'warning',
        data: { found: 2, most: 2 },
      },
    ),
    marked(of('AWS::OpenSearchService::Domain', 'UpdatePolicy: {EnableVersionUpgrade: ‹maybe›}'), 'form'),
    marked(of(group, 'UpdatePolicy: {AutoScalingRollingUpdate: {‹MaxBatch›: 1, ‹Wait›: true}}'), [
      { messageId: 'suggested', data: { near: 'MaxBatchSize' } },
      { messageId: 'suggested', data: { near: 'WaitOnResourceSignals' } },
    ]),
    marked(of(group, 'CreationPolicy: {ResourceSignal: {‹Until›: 1}}'), 'unknown'),
    marked(of('AWS::Lambda::Alias', 'UpdatePolicy: {‹CodeDeployLambdaAliasUpdate›: {ApplicationName: a}}'), {
      messageId: 'missing',
      data: { key: 'DeploymentGroupName' },
    }),
    {
      template: of('AWS::SNS::Topic', 'UpdatePolicy: {Any: 1}'),
      problems: [{ messageId: 'idle', line: 2, column: 34, level: 'warning' }],
    },
    {
      template: of('Acme::Net::Basic::MODULE', 'CreationPolicy: {ResourceSignal: {Count: 1}}'),
      problems: [{ messageId: 'module', line: 2, column: 43, data: { attribute: 'CreationPolicy' } }],
    },
    {
      template: of(group, 'UpdatePolicy: {AutoScalingRollingUpdat: {MaxBatchSize: 1}}'),
      problems: [{ messageId: 'suggested', line: 2, column: 68, data: { near: 'AutoScalingRollingUpdate' } }],
    },
    {
      template: of('AWS::EC2::Instance', 'CreationPolicy: {AutoScalingCreationPolicy: {}}'),
      problems: [{ messageId: 'unknown', line: 2, column: 54, data: { known: 'ResourceSignal' } }],
    },
  ],
});
