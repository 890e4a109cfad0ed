import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { networkMode } from '../facts/containers/launch.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { listed } from '../facts/texts/names.ts';

export const ecsService = defineRule({
  id: 'ecs-service',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Service that does not fit its task definition',
  description:
    'A service whose tasks use the network mode `awsvpc`, as all on Fargate do, needs a `NetworkConfiguration`; with every other mode ECS refuses one. A load balancer of the service names a container of the task definition, and a port of its `PortMappings`.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  macros: 'silent',
  messages: {
    needed: "The tasks of the service use the network mode awsvpc, so it needs a 'NetworkConfiguration' with subnets.",
    unwanted: "The tasks of the service use the network mode {mode}; 'NetworkConfiguration' is for awsvpc only.",
    container: "The task definition '{task}' has no container '{name}'; it has {known}.",
    port: "The container '{name}' of '{task}' has no port {port} in its 'PortMappings'; it has {known}.",
  },
  example: {
    in: 'resources',
    fails: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    RequiresCompatibilities: [FARGATE]
    NetworkMode: awsvpc
    Cpu: 256
    Memory: 512
    ContainerDefinitions: [{Name: web, Image: public.ecr.aws/nginx/nginx:stable}]
Web:
  Type: AWS::ECS::Service
  ‹Properties›:
    LaunchType: FARGATE
    TaskDefinition: !Ref Task
`,
    passes: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    RequiresCompatibilities: [FARGATE]
    NetworkMode: awsvpc
    Cpu: 256
    Memory: 512
    ContainerDefinitions: [{Name: web, Image: public.ecr.aws/nginx/nginx:stable}]
Web:
  Type: AWS::ECS::Service
  Properties:
    LaunchType: FARGATE
    TaskDefinition: !Ref Task
    NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-0a1b2c3d]}}
`,
  },
  on: ['AWS::ECS::Service'],
  check(service, cx) {
    const target = cx.target(service.get('TaskDefinition'));
    const task = target?.type === 'AWS::ECS::TaskDefinition' ? target : undefined;
    checkNetwork(service, task, cx);
    if (task) checkContainers(service, task, cx);
  },
});

const checkNetwork = (service: ResourceNode, task: ResourceNode | undefined, cx: RuleContext): void => {
  if (service.lacks('TaskDefinition')) return;
  const launch = service.strings('LaunchType');
  const isOnFargate = launch.length === 1 && launch[0]!.value === 'FARGATE' && !launch[0]!.path.includes('Fn::If');
  const mode = isOnFargate ? 'awsvpc' : task && networkMode(task);
  if (mode === 'awsvpc' && service.lacks('NetworkConfiguration')) {
    cx.report('needed', cx.keyOf(service.body, 'Properties') ?? service.at);
  } else if (mode !== undefined && mode !== 'awsvpc' && isPlainMap(service.get('NetworkConfiguration'))) {
    cx.report('unwanted', service.keyPlace('NetworkConfiguration'), { data: { mode }, related: [task?.at] });
  }
};

const checkContainers = (service: ResourceNode, task: ResourceNode, cx: RuleContext): void => {
  const names = task.strings('ContainerDefinitions', '*', 'Name');
  if (names.length === 0 || names.length < task.all('ContainerDefinitions', '*').length) return;
  for (const { path } of service.all('LoadBalancers', '*')) {
    const wanted = service.strings(...path, 'ContainerName');
    if (wanted.length !== 1) continue;
    const { value: name, at } = wanted[0]!;
    const found = names.find(({ value }) => value === name);
    const related = [task.at];
    if (!found) {
      const known = listed([...new Set(names.map(({ value }) => value))], 5);
      cx.report('container', at, { data: { task: task.id, name, known }, related });
      continue;
    }
    if (found.path.includes('Fn::If')) continue;
    const ports = [...found.path.slice(0, -1), 'PortMappings', '*'];
    const known = task.numbers(...ports, 'ContainerPort').map(({ value }) => value);
    const isWhole =
      known.length === task.all(...ports).length && !names.some((each) => each !== found && each.value === name);
    for (const { value: port, at: place } of isWhole ? service.numbers(...path, 'ContainerPort') : []) {
      if (known.includes(port)) continue;
      const data = { task: task.id, name, port, known: known.length === 0 ? 'none' : known.join(', ') };
      cx.report('port', place, { data, related: [found.at] });
    }
  }
};
