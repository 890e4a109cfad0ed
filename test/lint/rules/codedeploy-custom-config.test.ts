import { codedeployCustomConfig } from '../../../src/lint/rules/codedeploy-custom-config.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const config = (properties: string) => resource('AWS::CodeDeploy::DeploymentConfig', properties);
const linear = (percent: number, minutes: number) =>
  config(
    `TrafficRoutingConfig: {Type: TimeBasedLinear, TimeBasedLinear: {LinearPercentage: ${percent}, LinearInterval: ${minutes}}}`,
  );

tester.run(codedeployCustomConfig, {
  valid: [
    linear(1, 29),
    linear(50, 2880),
    config('TrafficRoutingConfig: {Type: TimeBasedCanary, TimeBasedCanary: {CanaryPercentage: 99, CanaryInterval: 1}}'),
    config('TrafficRoutingConfig: {Type: AllAtOnce}, DeploymentConfigName: !Ref Name'),
  ],
  invalid: [
    {
      template: linear(10, 321),
      problems: [{ messageId: 'total', line: 4, column: 120, data: { total: 2889 } }],
    },
    {
      template: linear(100, 2881),
      problems: [
        { messageId: 'outside', line: 4, column: 100, data: { name: 'LinearPercentage', maximum: 99 } },
        { messageId: 'outside', line: 4, column: 121, data: { name: 'LinearInterval' } },
      ],
    },
    {
      template: config('TrafficRoutingConfig: {Type: TimeBasedLinear, TimeBasedCanary: {CanaryPercentage: 10}}'),
      problems: [
        { messageId: 'block', line: 4, column: 47, data: { type: 'TimeBasedLinear', found: "not 'TimeBasedCanary'" } },
      ],
    },
    {
      template: config(`DeploymentConfigName: CodeDeployDefault.${'x'.repeat(83)}`),
      problems: [
        { messageId: 'reserved', line: 4, column: 40 },
        { messageId: 'length', line: 4, column: 40, data: { length: 101 } },
      ],
    },
    {
      template: config(
        'TrafficRoutingConfig: {Type: AllAtOnce, TimeBasedCanary: {CanaryPercentage: 10, CanaryInterval: 5}}',
      ),
      problems: [{ messageId: 'otherBlock', line: 4, column: 58, data: { name: 'TimeBasedCanary' } }],
    },
  ],
});
