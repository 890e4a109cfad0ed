import { ecsTargetNetwork } from '../../../src/lint/rules/ecs-target-network.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const task = (mode: string) => `Parameters:
  Mode: {Type: String}
Conditions:
  IsVpc: !Equals [!Ref Mode, awsvpc]
Resources:
  Report: {Type: AWS::ECS::TaskDefinition, Properties: {${mode}}}
`;
const awsvpc = 'NetworkMode: awsvpc';
const network = 'NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [s]}}';
const rule = (mode: string, parameters: string) =>
  `${task(mode)}  Nightly: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: c, EcsParameters: ${parameters}}]}}\n`;
const schedule = (mode: string, parameters: string) =>
  `${task(mode)}  Nightly: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: c, EcsParameters: ${parameters}}}}\n`;

tester.run(ecsTargetNetwork, {
  valid: [
    rule(awsvpc, `{TaskDefinitionArn: !Ref Report, ${network}}`),
    rule(awsvpc, `{TaskDefinitionArn: !Ref Report, NetworkConfiguration: !If [IsVpc, {}, !Ref AWS::NoValue]}`),
    rule(awsvpc, '{TaskDefinitionArn: !ImportValue task}'),
    rule('', '{TaskDefinitionArn: !Ref Report}'),
    rule('NetworkMode: !Ref Mode', '{TaskDefinitionArn: !Ref Report}'),
    rule('NetworkMode: !If [IsVpc, awsvpc, bridge]', '{TaskDefinitionArn: !Ref Report}'),
    rule('NetworkMode: bridge', '{TaskDefinitionArn: !Ref Report, LaunchType: EC2}'),
    schedule(awsvpc, `{TaskDefinitionArn: !Ref Report, ${network}}`),
    `${task(awsvpc)}  Q: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: q}]}}\n`,
  ],
  invalid: [
    marked(rule(awsvpc, '‹{TaskDefinitionArn: !Ref Report}›'), 'needed'),
    marked(rule(awsvpc, '‹{TaskDefinitionArn: !GetAtt Report.TaskDefinitionArn, LaunchType: FARGATE}›'), 'needed'),
    marked(schedule(awsvpc, '‹{TaskDefinitionArn: !Ref Report}›'), 'needed'),
    marked(rule('', `{TaskDefinitionArn: !Ref Report, ‹NetworkConfiguration›: {}}`), {
      messageId: 'unwanted',
      data: { mode: 'bridge' },
    }),
  ],
});
