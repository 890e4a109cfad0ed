import { defineRule } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';
import { isTrue } from '../facts/texts/scalar.ts';

export const ecsContainers = defineRule({
  id: 'ecs-containers',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Containers that ECS refuses',
  description:
    'A container needs `Memory` or `MemoryReservation` where the task has no `Memory`, and at least one container of a task is essential (`Essential` is true unless it says otherwise).',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  macros: 'silent',
  messages: {
    memory: "The container needs 'Memory' or 'MemoryReservation', as the task has no 'Memory'.",
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
    const isEssential = ({ value }: (typeof plain)[number]) => {
      const essential = get(value, 'Essential');
      const resolved = cx.resolve(essential);
      return essential === undefined || resolved === undefined || isTrue(resolved);
    };
    if (containers.length > 0 && plain.length === containers.length && !plain.some(isEssential)) {
      cx.report('essential', task.keyPlace('ContainerDefinitions'));
    }
  },
});
