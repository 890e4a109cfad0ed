import { ecsHostPort } from '../../../src/lint/rules/ecs-host-port.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const task = (mode: string, mapping: string) => `Parameters: {Mode: {Type: String}, Port: {Type: Number}}
Conditions: {Own: !Equals [!Ref Mode, awsvpc]}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: ${mode}
      ContainerDefinitions: [{Name: web, PortMappings: [{${mapping}}]}]
`;

tester.run(ecsHostPort, {
  valid: [
    task('awsvpc', 'ContainerPort: 80'),
    task('awsvpc', 'ContainerPort: 80, HostPort: 80'),
    task('host', "ContainerPort: 80, HostPort: '80'"),
    task('bridge', 'ContainerPort: 80, HostPort: 8080'),
    task('!Ref Mode', 'ContainerPort: 80, HostPort: 8080'),
    task('!If [Own, awsvpc, bridge]', 'ContainerPort: 80, HostPort: 8080'),
    task('awsvpc', 'ContainerPort: !Ref Port, HostPort: 8080'),
    task('awsvpc', 'ContainerPort: !If [Own, 80, 8080], HostPort: !If [Own, 80, 8080]'),
    task('awsvpc', 'ContainerPort: 80, HostPort: 0'),
  ],
  invalid: [
    marked(task('awsvpc', 'ContainerPort: 80, HostPort: ‹8080›'), {
      messageId: 'differs',
      data: { mode: 'awsvpc', port: 80, found: 8080 },
    }),
    marked(task('host', "ContainerPort: 80, HostPort: ‹'8080'›"), { messageId: 'differs', data: { mode: 'host' } }),
  ],
});
