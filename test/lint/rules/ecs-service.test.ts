import { ecsService } from '../../../src/lint/rules/ecs-service.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const service = (mode: string, properties: string) => `Parameters: {Mode: {Type: String}}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
${mode}      ContainerDefinitions: [{Name: web, Memory: 128, PortMappings: [{ContainerPort: 80}]}, {Name: log, Memory: 128}]
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
${properties}`;
const own = '      NetworkMode: awsvpc\n';
const network = '      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [a]}}\n';
const balanced = (container: string, port: string) =>
  service('', `      LoadBalancers: [{TargetGroupArn: a, ContainerName: ${container}, ContainerPort: ${port}}]\n`);
const last = (text: string) => text.replace(/Properties(?=:\n {6}TaskDefinition)/, '‹Properties›');

tester.run(ecsService, {
  valid: [
    service(own, network),
    service('', ''),
    service('      NetworkMode: !Ref Mode\n', network),
    service('      NetworkMode: !Ref Mode\n', ''),
    balanced('web', '80'),
    balanced('!Ref Mode', '80'),
    balanced('web', '!Ref Mode'),
    balanced('web', '8080')
      .replace('[{Name: web', '[!If [C, {Name: web')
      .replace('}]}, {Name: log', '}]}, !Ref AWS::NoValue], {Name: log'),
  ],
  invalid: [
    marked(last(service(own, '')), 'needed'),
    marked(last(service('      NetworkMode: !Ref Mode\n', '      LaunchType: FARGATE\n')), 'needed'),
    marked(service('', network.replace('NetworkConfiguration', '‹NetworkConfiguration›')), 'unwanted'),
    marked(balanced('‹app›', '80'), { messageId: 'container', data: { name: 'app', known: "'web', 'log'" } }),
    marked(balanced('web', '‹8080›'), { messageId: 'port', data: { known: '80' } }),
    marked(balanced('log', '‹80›'), { messageId: 'port', data: { known: 'none' } }),
  ],
});
