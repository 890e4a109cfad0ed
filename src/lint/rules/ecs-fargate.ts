import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isList, type Json, type Step } from '../../model/tree.ts';
import { fargateRefusals } from '../facts/containers/fargate-refusals.ts';
import { fargateMemory, mebibytes, memoryText, units } from '../facts/containers/fargate-sizes.ts';
import { isFargate } from '../facts/containers/launch.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';
import { partialText } from '../facts/texts/partial-text.ts';
import { scalarText } from '../facts/texts/scalar.ts';

export const ecsFargate = defineRule({
  id: 'ecs-fargate',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Task or job definition that Fargate refuses',
  description:
    'A task definition with `RequiresCompatibilities: [FARGATE]` needs `NetworkMode: awsvpc`, and a `Cpu` and a `Memory` that Fargate has together: 256 units (.25 vCPU) go with 512 MiB, 1 GB or 2 GB, 512 units with 1 to 4 GB, and so on up to 16,384 units (16 vCPU) with 32 to 120 GB. Its containers log with the drivers awslogs (which needs the option `awslogs-stream-prefix`), splunk and awsfirelens only. It needs an `ExecutionRoleArn` where a container logs with the driver awslogs or has an image of a private ECR repository; a job definition of AWS Batch for Fargate needs one in any case. Privileged containers, devices, shared memory, placement constraints, Docker volumes and folders of the host are not for Fargate.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html; https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html; https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html; https://docs.aws.amazon.com/batch/latest/userguide/fargate-job-definitions.html; https://github.com/aws/aws-cdk/issues/1422',
  macros: 'silent',
  messages: {
    mode: "Tasks on Fargate use 'NetworkMode: awsvpc'; found '{found}'.",
    noMode: "Tasks on Fargate need 'NetworkMode: awsvpc'; without it the mode is bridge.",
    missing: "Tasks on Fargate need '{property}'.",
    driver: "Fargate has the log drivers awslogs, splunk and awsfirelens; found '{found}'.",
    prefix: "Tasks on Fargate need the option 'awslogs-stream-prefix' of the log driver awslogs.",
    role: "Tasks on Fargate need an 'ExecutionRoleArn' for {what}.",
    refused: "Fargate has no '{property}'; leave it out, or leave FARGATE out of 'RequiresCompatibilities'.",
    takes: "Fargate takes {allowed} as '{property}'; found {found}.",
    job: "Jobs on Fargate need an 'ExecutionRoleArn' in their 'ContainerProperties'.",
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
  on: ['AWS::ECS::TaskDefinition', 'AWS::Batch::JobDefinition'],
  check(task, cx) {
    if (task.type === 'AWS::Batch::JobDefinition') return checkJob(task, cx);
    if (!isFargate(task)) return;
    checkRole(task, cx);
    checkDrivers(task, cx);
    checkRefusals(task, cx);
    const at = cx.keyOf(task.body, 'Properties') ?? task.at;
    if (task.lacks('NetworkMode')) cx.report('noMode', at);
    for (const { value: found, at: place } of task.strings('NetworkMode')) {
      if (found !== 'awsvpc') cx.report('mode', place, { data: { found } });
    }
    for (const property of ['Cpu', 'Memory'])
      if (task.lacks(property)) cx.report('missing', at, { data: { property } });
    const cpu = only(task, 'Cpu');
    checkSize(cpu, cpu && units(cpu.value), only(task, 'Memory'), cx);
  },
});

/** @param sold the processors in units */
const checkSize = (
  cpu: Found<string> | undefined,
  sold: number | undefined,
  memory: Found<string> | undefined,
  cx: RuleContext,
): void => {
  if (!cpu || sold === undefined) return;
  const allowed = fargateMemory(sold);
  // There may be larger ones by now.
  if (!allowed) return sold < 16_384 ? cx.report('cpu', cpu.at, { data: { found: sold } }) : undefined;
  const found = memory && mebibytes(memory.value);
  if (!memory || found === undefined || allowed.includes(found)) return;
  cx.report('memory', memory.at, { data: { cpu: sold, found, allowed: memoryText(allowed) }, related: [cpu.at] });
};

/** What Fargate does not have. */
const checkRefusals = (task: ResourceNode, cx: RuleContext): void => {
  for (const { path, takes } of fargateRefusals) {
    const property = String(path.at(-1));
    for (const { value, at, path: own } of task.all(...path)) {
      const found = scalarText(cx.resolve(value));
      if (own.includes('Fn::If') || isEmpty(value)) continue;
      if (takes.length === 0) cx.report('refused', task.keyPlace(...own) ?? at, { data: { property } });
      else if (found !== undefined && !takes.includes(found)) {
        cx.report('takes', at, { data: { property, allowed: takes.join(' or '), found } });
      }
    }
  }
};

const isEmpty = (value: Json): boolean => isList(value) && value.length === 0;

/** What makes Fargate ask for the role that it pulls images and writes logs with; told once for a task. */
const checkRole = (task: ResourceNode, cx: RuleContext): void => {
  if (!task.lacks('ExecutionRoleArn')) return;
  const container = ['ContainerDefinitions', '*'];
  const logging = task
    .strings(...container, 'LogConfiguration', 'LogDriver')
    .find(({ value, path }) => value === 'awslogs' && !path.includes('Fn::If'));
  if (logging) return cx.report('role', logging.at, { data: { what: 'the log driver awslogs' } });
  const image = task
    .all(...container, 'Image')
    .find(({ value, path }) => !path.includes('Fn::If') && partialText(value, cx)?.includes('.dkr.ecr.'));
  if (image) cx.report('role', image.at, { data: { what: 'images of ECR' } });
};

/** Log drivers that ECS has on instances only. Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const ofHosts: ReadonlySet<string> = new Set(['fluentd', 'gelf', 'journald', 'json-file', 'logentries', 'syslog']);

/** Fargate names the streams of a task by it. */
const prefixOption = 'awslogs-stream-prefix';

const checkDrivers = (task: ResourceNode, cx: RuleContext): void => {
  for (const { value: found, at } of task.strings('ContainerDefinitions', '*', 'LogConfiguration', 'LogDriver')) {
    if (ofHosts.has(found)) cx.report('driver', at, { data: { found } });
  }
  for (const { value: logging, path } of task.all('ContainerDefinitions', '*', 'LogConfiguration')) {
    const options = get(logging, 'Options');
    if (path.includes('Fn::If') || get(logging, 'LogDriver') !== 'awslogs' || !isPlainMap(options)) continue;
    if (lacksEntry(options, prefixOption)) cx.report('prefix', task.keyPlace(...path, 'Options'));
  }
};

const checkJob = (job: ResourceNode, cx: RuleContext): void => {
  const isOnFargate = job
    .strings('PlatformCapabilities', '*')
    .some(({ value, path }) => value === 'FARGATE' && !path.includes('Fn::If'));
  if (!isOnFargate || !isPlainMap(job.get('ContainerProperties'))) return;
  if (job.lacks('ContainerProperties', 'ExecutionRoleArn')) cx.report('job', job.keyPlace('ContainerProperties'));
  const cpu = requirement(job, 'VCPU');
  checkSize(cpu, cpu && units(`${cpu.value} vCPU`), requirement(job, 'MEMORY'), cx);
};

/** What a job asks for, where it does so once and in any case. */
const requirement = (job: ResourceNode, type: string): Found<string> | undefined => {
  const [asked, ...others] = job
    .all('ContainerProperties', 'ResourceRequirements', '*')
    .filter(({ value }) => get(value, 'Type') === type);
  if (!asked || others.length > 0 || asked.path.includes('Fn::If')) return undefined;
  return only(job, ...asked.path, 'Value');
};

/** The value of a property that no condition chooses. */
const only = (task: ResourceNode, ...path: readonly Step[]): Found<string> | undefined =>
  task.all(...path).length === 1 ? task.strings(...path)[0] : undefined;
