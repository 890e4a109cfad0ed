import type { Cause } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Step } from '../../model/tree.ts';
import { networkMode } from '../facts/containers/launch.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { addTo } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';
import { listed } from '../facts/texts/names.ts';

export const ecsService = defineRule({
  id: 'ecs-service',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Service that does not fit its task definition',
  description:
    'A service whose tasks use the network mode `awsvpc`, as all on Fargate do, needs a `NetworkConfiguration`; with every other mode ECS refuses one. A load balancer of the service names a container of the task definition, and a port of its `PortMappings`. Its target group has the `TargetType` ip for the mode awsvpc, and instance for the others. ECS refuses a service whose target group has no load balancer yet: where a listener of the template brings it, `DependsOn` makes the service wait for the listener. A `HealthCheckGracePeriodSeconds` is for services whose health a load balancer or their containers check.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  macros: 'silent',
  messages: {
    targets:
      "The tasks of the service use the network mode awsvpc, so its target group '{group}' needs 'TargetType: ip'; it has instance.",
    early:
      "The service may be made before '{listener}' gives its target group '{group}' a load balancer, and ECS refuses it then. Add 'DependsOn: {listener}'.",
    grace:
      "Nothing checks the health of the tasks, so 'HealthCheckGracePeriodSeconds' has no use, and ECS may refuse it; remove it, or add 'LoadBalancers'.",
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
    checkTargets(service, task, cx);
    checkGrace(service, task, cx);
    if (task) checkContainers(service, task, cx);
  },
});

const checkNetwork = (service: ResourceNode, task: ResourceNode | undefined, cx: RuleContext): void => {
  if (service.lacks('TaskDefinition')) return;
  const mode = modeOf(service, task);
  if (mode === 'awsvpc' && service.lacks('NetworkConfiguration')) {
    cx.report('needed', cx.keyOf(service.body, 'Properties') ?? service.at);
  } else if (mode !== undefined && mode !== 'awsvpc' && isPlainMap(service.get('NetworkConfiguration'))) {
    cx.report('unwanted', service.keyPlace('NetworkConfiguration'), { data: { mode }, related: [task?.at] });
  }
};

/** The network mode of the tasks of a service; undefined where that is not known. */
const modeOf = (service: ResourceNode, task: ResourceNode | undefined): string | undefined => {
  const launch = service.strings('LaunchType');
  const isOnFargate = launch.length === 1 && launch[0]!.value === 'FARGATE' && !launch[0]!.path.includes('Fn::If');
  return isOnFargate ? 'awsvpc' : task && networkMode(task);
};

/** Something must check the health of the tasks that the period is for. */
const checkGrace = (service: ResourceNode, task: ResourceNode | undefined, cx: RuleContext): void => {
  if (service.lacks('HealthCheckGracePeriodSeconds')) return;
  const isBalanced = ['LoadBalancers', 'VpcLatticeConfigurations'].some((name) => !service.lacks(name));
  if (isBalanced || (task && task.all('ContainerDefinitions', '*', 'HealthCheck').length > 0)) return;
  cx.report('grace', service.keyPlace('HealthCheckGracePeriodSeconds'), { level: 'warning' });
};

const checkTargets = (service: ResourceNode, task: ResourceNode | undefined, cx: RuleContext): void => {
  const told = new Set<string>();
  for (const { value, at } of service.all('LoadBalancers', '*', 'TargetGroupArn')) {
    const group = cx.target(value);
    if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup' || told.has(group.id)) continue;
    told.add(group.id);
    if (modeOf(service, task) === 'awsvpc' && isOfInstances(group)) {
      cx.report('targets', at, { data: { group: group.id }, related: [group.at] });
    }
    const listeners = listenersOf(cx).get(group.id) ?? [];
    if (listeners.length === 0 || listeners.some((id) => dependsOn(cx.template, service.id, id))) continue;
    const data = { group: group.id, listener: listeners[0]! };
    cx.report('early', at, { data, level: 'warning', related: [cx.resource(listeners[0]!)?.at] });
  }
};

/** Whether the targets of a group are certainly instances, as they are by default. */
const isOfInstances = (group: ResourceNode): boolean => {
  const types = group.strings('TargetType');
  return group.lacks('TargetType') || (group.all('TargetType').length === 1 && types[0]?.value === 'instance');
};

/** The listeners and their rules that forward to each target group. */
const listenersOf = oncePerTemplate((cx) => {
  const found = new Map<string, string[]>();
  const add = (node: ResourceNode, actions: string): void => {
    const paths = [['TargetGroupArn'], ['ForwardConfig', 'TargetGroups', '*', 'TargetGroupArn']];
    for (const { value } of paths.flatMap((path) => node.all(actions, '*', ...path))) {
      const group = cx.target(value);
      if (group) addTo(found, group.id, node.id);
    }
  };
  for (const listener of cx.resources('AWS::ElasticLoadBalancingV2::Listener')) add(listener, 'DefaultActions');
  for (const rule of cx.resources('AWS::ElasticLoadBalancingV2::ListenerRule')) add(rule, 'Actions');
  return found;
});

const checkContainers = (service: ResourceNode, task: ResourceNode, cx: RuleContext): void => {
  const containers = containersOf(task);
  if (!containers) return;
  for (const { path } of service.all('LoadBalancers', '*')) {
    const wanted = service.strings(...path, 'ContainerName');
    if (wanted.length !== 1) continue;
    const { value: name, at } = wanted[0]!;
    const container = containers.get(name);
    if (!container) {
      const known = listed([...containers.keys()], 5);
      cx.report('container', at, { data: { task: task.id, name, known }, related: [task.at] });
      continue;
    }
    for (const { value: port, at: place } of service.numbers(...path, 'ContainerPort')) {
      if (container.ports?.has(port) ?? true) continue;
      const known = container.ports!.size === 0 ? 'none' : [...container.ports!].join(', ');
      cx.report('port', place, { data: { task: task.id, name, port, known }, related: [container.at] });
    }
  }
};

interface Container {
  readonly at: Cause | undefined;
  /** Undefined where not all of them are known. */
  readonly ports: ReadonlySet<number> | undefined;
}

const known = new WeakMap<ResourceNode, ReadonlyMap<string, Container> | undefined>();

/** The containers of a task by name; undefined where not all of them are known. Read once for all services. */
const containersOf = (task: ResourceNode): ReadonlyMap<string, Container> | undefined => {
  if (!known.has(task)) known.set(task, readContainers(task));
  return known.get(task);
};

const readContainers = (task: ResourceNode): ReadonlyMap<string, Container> | undefined => {
  const names = task.strings('ContainerDefinitions', '*', 'Name');
  if (names.length === 0 || names.length < task.all('ContainerDefinitions', '*').length) return undefined;
  const containers = new Map<string, Container>();
  for (const { value: name, at, path } of names) {
    const ports = path.includes('Fn::If') || containers.has(name) ? undefined : portsOf(task, path.slice(0, -1));
    containers.set(name, { at, ports });
  }
  return containers;
};

const portsOf = (task: ResourceNode, container: readonly Step[]): ReadonlySet<number> | undefined => {
  const all = task.all(...container, 'PortMappings', '*');
  const ports = task.numbers(...container, 'PortMappings', '*', 'ContainerPort');
  return ports.length < all.length ? undefined : new Set(ports.map(({ value }) => value));
};
