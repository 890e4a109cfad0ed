import { ecsContainers } from '../../../src/lint/rules/ecs-containers.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const task = (...containers: string[]) => `Parameters: {Essential: {Type: String}}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
${containers.map((each) => `        - ${each}\n`).join('')}`;

tester.run(ecsContainers, {
  valid: [
    `${task('{Name: a, Memory: 512, MemoryReservation: 256}')}      Memory: 512\n`,
    `${task('{Name: a, Memory: 1024}')}      Memory: 1 GB\n`,
    `${task('{Name: a, Memory: 1024}')}      Memory: !If [Big, 2048, 512]\n`,
    `${task('{Name: a, Memory: !If [Big, 1024, 512]}')}      Memory: 512\n`,
    task(
      '{Name: a, Memory: 128, DependsOn: [{ContainerName: b, Condition: START}]}',
      '{Name: b, Memory: 128, VolumesFrom: [{SourceContainer: a}]}',
    ),
    task('{Name: a, Memory: 128, DependsOn: [{ContainerName: c, Condition: START}]}', '!Ref Other'),
    `${task('{Name: a, Memory: 128, MountPoints: [{SourceVolume: data, ContainerPath: /data}]}')}      Volumes: [{Name: data}]\n`,
    task('{Name: a, Memory: 128}', '{Name: b, MemoryReservation: 128, Essential: false}'),
    `${task('{Name: a}')}      Memory: 512\n`,
    task('!If [C, {Name: a, Memory: 128}, {Name: b, MemoryReservation: 128}]'),
    task('{Name: a, Memory: 128, Essential: !Ref Essential}'),
    task('{Name: a, Memory: 128, Essential: false}', '!Ref Other'),
  ],
  invalid: [
    marked(`${task('{Name: a, Memory: ‹1024›}')}      Memory: 512\n`, {
      messageId: 'above',
      data: { property: 'Memory', found: 1024, most: 512 },
    }),
    marked(`${task('{Name: a, MemoryReservation: ‹1025›}')}      Memory: 1 GB\n`, {
      messageId: 'above',
      data: { property: 'MemoryReservation', most: 1024 },
    }),
    marked(task('{Name: web, Memory: 128, DependsOn: [{ContainerName: ‹weg›, Condition: START}]}'), {
      messageId: 'container',
      data: { found: 'weg', known: 'web', near: " Did you mean 'web'?" },
    }),
    marked(task('{Name: web, Memory: 128, MountPoints: [{SourceVolume: ‹data›, ContainerPath: /data}]}'), {
      messageId: 'volume',
      data: { found: 'data', known: 'none' },
    }),
    marked(task('‹{Name: a}›', '{Name: b, Memory: 128}'), { messageId: 'memory', level: 'warning' }),
    marked(
      task('{Name: a, Memory: 128, Essential: false}').replace('ContainerDefinitions', '‹ContainerDefinitions›'),
      'essential',
    ),
  ],
});
