import { codedeployType } from '../../../src/lint/rules/codedeploy-type.ts';
import { gradual, resource } from '../templates.ts';
import { tester } from '../tester.ts';

const config = (platform: string) =>
  `  Config: {Type: AWS::CodeDeploy::DeploymentConfig, Properties: {DeploymentConfigName: mine, ${platform}}}\n`;

tester.run(codedeployType, {
  valid: [
    gradual('{Type: AllAtOnce}'),
    gradual('{Type: CodeDeployDefault.LambdaLinear10PercentEvery1Minute}'),
    gradual('{Type: Nonsense, Enabled: false}'),
    gradual('{Type: !Ref Config}') + config('ComputePlatform: Lambda'),
    gradual('{Type: mine}') + config('ComputePlatform: Lambda'),
    gradual('{Type: !Ref Unknown}'),
    resource('AWS::CodeDeploy::DeploymentGroup', 'DeploymentConfigName: CodeDeployDefault.OneAtATime'),
  ],
  invalid: [
    {
      template: gradual('{Type: Linear10PercentEvery1Minutes}'),
      problems: [
        {
          messageId: 'suggested',
          line: 9,
          column: 36,
          endColumn: 64,
          level: 'error',
          data: { near: 'Linear10PercentEvery1Minute' },
        },
      ],
    },
    {
      template: gradual('{Type: CanaryHalfwayForAnHourOrSo}'),
      problems: [{ messageId: 'unknown', line: 9, column: 36 }],
    },
    {
      template: gradual('{Type: mine}'),
      problems: [{ messageId: 'elsewhere', line: 9, column: 36, level: 'warning' }],
    },
    {
      template: gradual('{Type: !Ref Config}') + config('ComputePlatform: ECS'),
      problems: [{ messageId: 'platform', line: 9, column: 36, data: { platform: 'ECS' } }],
    },
    {
      template: resource(
        'AWS::CodeDeploy::DeploymentGroup',
        'DeploymentConfigName: CodeDeployDefault.LambdaCanary10Percent5Minute',
      ),
      problems: [{ messageId: 'suggested', line: 4, column: 40 }],
    },
    {
      template: `Resources:
  App: {Type: AWS::CodeDeploy::Application, Properties: {ComputePlatform: Lambda}}
  One: {Type: AWS::CodeDeploy::DeploymentGroup, Properties: {ApplicationName: !Ref App, DeploymentConfigName: !Ref Config}}
  Two: {Type: AWS::CodeDeploy::DeploymentGroup, Properties: {ApplicationName: !Ref App, DeploymentConfigName: CodeDeployDefault.OneAtATime}}
${config('ComputePlatform: Server')}`,
      problems: [
        { messageId: 'platform', line: 3, column: 111, data: { platform: 'Server' } },
        { messageId: 'unknown', line: 4, column: 111 },
      ],
    },
  ],
});
