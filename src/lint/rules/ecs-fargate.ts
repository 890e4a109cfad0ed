import { defineRule, type ResourceNode } from '../../model/rule.ts';
import { fargateMemory, mebibytes, memoryText, units } from '../facts/containers/fargate-sizes.ts';
import { isFargate } from '../facts/containers/launch.ts';

export const ecsFargate = defineRule({
  id: 'ecs-fargate',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Task definition that Fargate refuses',
  description:
    'A task definition with `RequiresCompatibilities: [FARGATE]` needs `NetworkMode: awsvpc`, and a `Cpu` and a `Memory` that Fargate has together: 256 units (.25 vCPU) go with 512 MiB, 1 GB or 2 GB, 512 units with 1 to 4 GB, and so on up to 16,384 units (16 vCPU) with 32 to 120 GB.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html; https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  macros: 'silent',
  messages: {
    mode: "Tasks on Fargate use 'NetworkMode: awsvpc'; found '{found}'.",
    noMode: "Tasks on Fargate need 'NetworkMode: awsvpc'; without it the mode is bridge.",
    missing: "Tasks on Fargate need '{property}'.",
    cpu: 'Fargate has no tasks with {found} CPU units; it has 256, 512, 1024, 2048, 4096, 8192 and 16384.',
    memory:
      'Fargate has no tasks with {cpu} CPU units and {found} MiB of memory; with that CPU the memory is {allowed}.',
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
    Memory: ‹4096›
    ContainerDefinitions: [{Name: web, Image: public.ecr.aws/nginx/nginx:stable}]
`,
    passes: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    RequiresCompatibilities: [FARGATE]
    NetworkMode: awsvpc
    Cpu: 512
    Memory: 4096
    ContainerDefinitions: [{Name: web, Image: public.ecr.aws/nginx/nginx:stable}]
`,
  },
  on: ['AWS::ECS::TaskDefinition'],
  check(task, cx) {
    if (!isFargate(task)) return;
    const at = cx.keyOf(task.body, 'Properties') ?? task.at;
    if (task.lacks('NetworkMode')) cx.report('noMode', at);
    for (const { value: found, at: place } of task.strings('NetworkMode')) {
      if (found !== 'awsvpc') cx.report('mode', place, { data: { found } });
    }
    for (const property of ['Cpu', 'Memory'])
      if (task.lacks(property)) cx.report('missing', at, { data: { property } });
    const cpu = only(task, 'Cpu');
    const sold = cpu && units(cpu.value);
    if (!cpu || sold === undefined) return;
    const allowed = fargateMemory(sold);
    // There may be larger ones by now.
    if (!allowed) return sold < 16_384 ? cx.report('cpu', cpu.at, { data: { found: sold } }) : undefined;
    const memory = only(task, 'Memory');
    const found = memory && mebibytes(memory.value);
    if (!memory || found === undefined || allowed.includes(found)) return;
    cx.report('memory', memory.at, { data: { cpu: sold, found, allowed: memoryText(allowed) }, related: [cpu.at] });
  },
});

/** The value of a property that no condition chooses. */
const only = (task: ResourceNode, property: string) =>
  task.all(property).length === 1 ? task.strings(property)[0] : undefined;
