import { defineRule } from '../../model/rule.ts';
import { networkMode } from '../facts/containers/launch.ts';

/** Network modes in which a container has the ports of its task. */
const shared: ReadonlySet<string> = new Set(['awsvpc', 'host']);

export const ecsHostPort = defineRule({
  id: 'ecs-host-port',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Host port that differs from the port of the container',
  description:
    'In the network modes `awsvpc` and `host` a container has its ports on the network of the task, so `HostPort` is the `ContainerPort` or absent. ECS refuses others. Only the mode `bridge` maps ports.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  macros: 'silent',
  messages: {
    differs: "In the network mode {mode} 'HostPort' is the 'ContainerPort', {port}; found {found}. Leave it out.",
  },
  example: {
    in: 'resources',
    fails: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    NetworkMode: awsvpc
    Memory: 512
    ContainerDefinitions:
      - Name: web
        Image: public.ecr.aws/nginx/nginx:stable
        PortMappings: [{ContainerPort: 80, HostPort: ‹8080›}]
`,
    passes: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    NetworkMode: awsvpc
    Memory: 512
    ContainerDefinitions:
      - Name: web
        Image: public.ecr.aws/nginx/nginx:stable
        PortMappings: [{ContainerPort: 80}]
`,
  },
  on: ['AWS::ECS::TaskDefinition'],
  reads: ['NetworkMode'],
  check(task, cx) {
    const mode = networkMode(task);
    if (mode === undefined || !shared.has(mode)) return;
    for (const { path } of task.all('ContainerDefinitions', '*', 'PortMappings', '*')) {
      const [port, host] = ['ContainerPort', 'HostPort'].map((name) => {
        const found = task.numbers(...path, name);
        return found.length === task.all(...path, name).length && found.length === 1 ? found[0] : undefined;
      });
      // 0 stands for a port that is chosen.
      if (!port || !host || host.value === 0 || host.value === port.value) continue;
      cx.report('differs', host.at, { data: { mode, port: port.value, found: host.value }, related: [port.at] });
    }
  },
});
