import { defineRule, type Found, type RuleContext } from '../../model/rule.ts';
import { networkMode } from '../facts/containers/launch.ts';
import { entryChoices, isPlainMap, lacksEntry } from '../facts/templates/choices.ts';

export const ecsTargetNetwork = defineRule({
  id: 'ecs-target-network',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Task on a schedule or event that cannot start',
  description:
    'A task whose network mode is `awsvpc`, as that of every task on Fargate, starts only with the `NetworkConfiguration` of the target that runs it; with other modes it does not start with one. The rule or schedule is created, but no task runs.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html',
  macros: 'silent',
  messages: {
    needed:
      "The task uses the network mode awsvpc, so it starts only with a 'NetworkConfiguration' with subnets in 'EcsParameters'.",
    unwanted: "The task uses the network mode {mode}, so it does not start with a 'NetworkConfiguration'.",
  },
  example: {
    in: 'resources',
    fails: `
Report:
  Type: AWS::ECS::TaskDefinition
  Properties:
    RequiresCompatibilities: [FARGATE]
    NetworkMode: awsvpc
    Cpu: 256
    Memory: 512
    ContainerDefinitions: [{Name: report, Image: public.ecr.aws/docker/library/busybox:stable}]
Nightly:
  Type: AWS::Events::Rule
  Properties:
    ScheduleExpression: rate(1 day)
    Targets:
      - Id: report
        Arn: !ImportValue cluster
        RoleArn: !ImportValue role
        EcsParameters: ‹{TaskDefinitionArn: !Ref Report, LaunchType: FARGATE}›
`,
    passes: `
Report:
  Type: AWS::ECS::TaskDefinition
  Properties:
    RequiresCompatibilities: [FARGATE]
    NetworkMode: awsvpc
    Cpu: 256
    Memory: 512
    ContainerDefinitions: [{Name: report, Image: public.ecr.aws/docker/library/busybox:stable}]
Nightly:
  Type: AWS::Events::Rule
  Properties:
    ScheduleExpression: rate(1 day)
    Targets:
      - Id: report
        Arn: !ImportValue cluster
        RoleArn: !ImportValue role
        EcsParameters:
          TaskDefinitionArn: !Ref Report
          LaunchType: FARGATE
          NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [subnet-0a1b2c3d]}}
`,
  },
  on: ['AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  reads: ['Target', 'Targets'],
  check(node, cx) {
    const target = node.type === 'AWS::Events::Rule' ? ['Targets', '*'] : ['Target'];
    for (const parameters of node.all(...target, 'EcsParameters')) checkTask(parameters, cx);
  },
});

const checkTask = ({ value: parameters, at }: Found, cx: RuleContext): void => {
  if (!isPlainMap(parameters)) return;
  const tasks = entryChoices(parameters, 'TaskDefinitionArn', at);
  const task = tasks.length === 1 ? cx.target(tasks[0]!.value) : undefined;
  const mode = task?.type === 'AWS::ECS::TaskDefinition' ? networkMode(task) : undefined;
  if (mode === undefined) return;
  if (mode === 'awsvpc') {
    if (lacksEntry(parameters, 'NetworkConfiguration')) cx.report('needed', at, { related: [task!.at] });
  } else if (isPlainMap(parameters['NetworkConfiguration'])) {
    cx.report('unwanted', cx.keyOf(parameters, 'NetworkConfiguration'), { data: { mode }, related: [task!.at] });
  }
};
