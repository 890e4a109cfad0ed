import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isTrue } from '../facts/texts/scalar.ts';

const containers = ['ContainerDefinitions', '*'] as const;

export const ecsTaskNames = defineRule({
  id: 'ecs-task-names',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Names of containers that are not unique, or waits without an end',
  description:
    'The names of the containers of a task are unique. A container that another one waits for with the condition `SUCCESS` or `COMPLETE` ends, so it is not essential: it needs `Essential: false`. ECS refuses other task definitions.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html; https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  macros: 'silent',
  messages: {
    twice: "The task has a container '{name}' in line {first} already; each needs a name of its own.",
    essential:
      "The container '{name}' is essential, so nothing can wait for its end with the condition {condition}; set 'Essential: false' in it.",
  },
  example: {
    in: 'resources',
    fails: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    Memory: 512
    ContainerDefinitions:
      - {Name: web, Image: public.ecr.aws/nginx/nginx:stable}
      - {Name: ‹web›, Image: public.ecr.aws/docker/library/busybox:stable, Essential: false}
`,
    passes: `
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    Memory: 512
    ContainerDefinitions:
      - {Name: web, Image: public.ecr.aws/nginx/nginx:stable}
      - {Name: log, Image: public.ecr.aws/docker/library/busybox:stable, Essential: false}
`,
  },
  on: ['AWS::ECS::TaskDefinition'],
  reads: ['ContainerDefinitions'],
  check(task, cx) {
    if (task.lacks('ContainerDefinitions')) return;
    const names = task.strings(...containers, 'Name');
    checkTwice(names, cx);
    checkEssential(task, names, cx);
  },
});

const checkTwice = (names: readonly Found<string>[], cx: RuleContext): void => {
  const firsts = new Map<string, Found<string>>();
  for (const found of names.filter(isCertain)) {
    const first = firsts.get(found.value);
    if (!first) firsts.set(found.value, found);
    else cx.report('twice', found.at, { data: { name: found.value, first: first.at ?? '' }, related: [first.at] });
  }
};

const checkEssential = (task: ResourceNode, names: readonly Found<string>[], cx: RuleContext): void => {
  for (const { path } of task.all(...containers, 'DependsOn', '*')) {
    const [condition] = task.strings(...path, 'Condition').filter(isCertain);
    const [wanted] = task.strings(...path, 'ContainerName').filter(isCertain);
    if (!wanted || !condition || !['COMPLETE', 'SUCCESS'].includes(condition.value)) continue;
    const container = names.find(({ value }) => value === wanted.value);
    if (!container || !isCertain(container)) continue;
    const essential = [...container.path.slice(0, -1), 'Essential'];
    if (!task.lacks(...essential) && !isTrue(cx.resolve(task.get(...essential)))) continue;
    const data = { name: wanted.value, condition: condition.value };
    cx.report('essential', condition.at, { data, related: [container.at] });
  }
};

const isCertain = ({ path }: Found): boolean => !path.includes('Fn::If');
