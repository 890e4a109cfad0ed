import { ecsTaskNames } from '../../../src/lint/rules/ecs-task-names.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const task = (containers: string, more = '') => `Parameters: {Name: {Type: String}}
Conditions: {Big: !Equals [!Ref Name, big]}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Memory: 512${more}
      ContainerDefinitions: [${containers}]
`;
const waits = (name: string, condition = 'START') =>
  `{Name: web, DependsOn: [{ContainerName: ${name}, Condition: ${condition}}]}`;

tester.run(ecsTaskNames, {
  valid: [
    task(`${waits('log')}, {Name: log}`),
    task(`${waits('log')}, {Name: !Ref Name}`),
    task(`${waits('log')}, !Ref Name`),
    task(`${waits('log')}, !If [Big, {Name: log}, {Name: other}]`),
    task(`${waits('setup', 'SUCCESS')}, {Name: setup, Essential: false}`),
    task(`${waits('setup', 'SUCCESS')}, {Name: setup, Essential: !Ref Name}`),
    task(`${waits('setup', '!If [Big, SUCCESS, START]')}, {Name: setup}`),
    task('!If [Big, {Name: a}, {Name: b}], !If [Big, {Name: b}, {Name: a}]'),
  ],
  invalid: [
    marked(task('{Name: web}, {Name: log}, {Name: ‹web›}'), { messageId: 'twice', data: { name: 'web' } }),
    marked(task(`${waits('setup', '‹SUCCESS›')}, {Name: setup}`), {
      messageId: 'essential',
      data: { name: 'setup', condition: 'SUCCESS' },
    }),
    marked(task(`${waits('setup', '‹COMPLETE›')}, {Name: setup, Essential: true}`), 'essential'),
  ],
});
