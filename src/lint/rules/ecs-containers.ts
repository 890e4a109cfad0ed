import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString, type Step } from '../../model/tree.ts';
import { mebibytes } from '../facts/containers/fargate-sizes.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';
import { isTrue } from '../facts/texts/scalar.ts';
import { suggestion } from '../facts/texts/suggestion.ts';

export const ecsContainers = defineRule({
  id: 'ecs-containers',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Containers that ECS refuses',
  description:
    'A container needs `Memory` or `MemoryReservation` where the task has no `Memory`; neither is above that of the task. At least one container of a task is essential (`Essential` is true unless it says otherwise). The containers that it waits for and the volumes that it mounts are of the same task.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  macros: 'silent',
  messages: {
    memory: "The container needs 'Memory' or 'MemoryReservation', as the task has no 'Memory'.",
    above: "'{property}' is {found} MiB, more than the {most} MiB of the task.",
    container: "'{found}' is not a container of the task; it has {known}.{near}",
    volume: "'{found}' is not a volume of the task; it has {known}.{near}",
    essential: "No container of the task is essential; leave out 'Essential: false' of one.",
  },
  example: {
    in: 'resources',
    fails: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - ‹{Name: web, Image: public.ecr.aws/nginx/nginx:stable}›
`,
    passes: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - {Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 256}
`,
  },
  on: ['AWS::ECS::TaskDefinition'],
  check(task, cx) {
    const containers = task.all('ContainerDefinitions', '*');
    const plain = containers.filter(({ value }) => isPlainMap(value));
    for (const { value, at } of task.lacks('Memory') ? plain : []) {
      if (lacksEntry(value, 'Memory') && lacksEntry(value, 'MemoryReservation'))
        cx.report('memory', at, { level: 'warning' });
    }
    checkMemory(task, cx);
    const isEssential = ({ value }: (typeof plain)[number]) => {
      const essential = get(value, 'Essential');
      const resolved = cx.resolve(essential);
      return essential === undefined || resolved === undefined || isTrue(resolved);
    };
    if (containers.length > 0 && plain.length === containers.length && !plain.some(isEssential)) {
      cx.report('essential', task.keyPlace('ContainerDefinitions'));
    }
    checkNames(task, 'volume', ['Volumes', '*', 'Name'], ['MountPoints', '*', 'SourceVolume'], cx);
    const names = ['ContainerDefinitions', '*', 'Name'];
    checkNames(task, 'container', names, ['DependsOn', '*', 'ContainerName'], cx);
    checkNames(task, 'container', names, ['VolumesFrom', '*', 'SourceContainer'], cx);
  },
});

/** What containers refer to must be defined by a name that is written out, as all of them are. */
const checkNames = (
  task: ResourceNode,
  messageId: 'container' | 'volume',
  definitions: readonly Step[],
  path: readonly Step[],
  cx: RuleContext,
): void => {
  const uses = task.all('ContainerDefinitions', '*', ...path).filter(({ value }) => isString(value));
  if (uses.length === 0) return;
  const [list] = definitions;
  const known = task.all(...definitions).map(({ value }) => value);
  if (known.length < task.all(list!, '*').length || !known.every(isString)) return;
  for (const { value, at } of uses) {
    const found = value as string;
    if (known.includes(found) || /\$\{|\{\{/.test(found)) continue;
    const data = { found, known: known.join(', ') || 'none', near: suggestion(found, known) };
    cx.report(messageId, at, { data });
  }
};

/** A container cannot have more memory than its task. */
const checkMemory = (task: ResourceNode, cx: RuleContext): void => {
  const limits = task.all('Memory').length === 1 ? task.strings('Memory') : [];
  const most = limits[0] && mebibytes(limits[0].value);
  if (most === undefined) return;
  for (const property of ['Memory', 'MemoryReservation']) {
    for (const { value: found, at, path } of task.numbers('ContainerDefinitions', '*', property)) {
      if (path.includes('Fn::If') || found <= most) continue;
      cx.report('above', at, { data: { property, found, most }, related: [limits[0]!.at] });
    }
  }
};
