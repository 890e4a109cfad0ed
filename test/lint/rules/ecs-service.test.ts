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
/** A service behind a target group that a listener of the template forwards to. */
const fronted = (group: string, attributes: string) =>
  service(
    own,
    `${network}      LoadBalancers: [{TargetGroupArn: !Ref Group, ContainerName: web, ContainerPort: 80}]
${attributes && `    ${attributes}\n`}  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {${group}}}
  Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: a, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]}}
`,
  );
const last = (text: string) => text.replace(/Properties(?=:\n {6}TaskDefinition)/, '‹Properties›');

tester.run(ecsService, {
  valid: [
    `${balanced('web', '80')}      HealthCheckGracePeriodSeconds: 60\n`,
    service('', '      HealthCheckGracePeriodSeconds: 60\n').replace('Name: web,', 'Name: web, HealthCheck: {},'),
    service('', '      HealthCheckGracePeriodSeconds: 60\n      LoadBalancers: !Ref Mode\n'),
    fronted('TargetType: ip', 'DependsOn: Listener'),
    fronted('TargetType: !Ref Mode', 'DependsOn: [Listener]'),
    fronted('TargetType: !If [C, ip, instance]', 'DependsOn: Listener'),
    // The service waits for something that waits for the listener.
    fronted('TargetType: ip', 'DependsOn: Rule').replace(
      'Resources:',
      'Resources:\n  Rule: {Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: {ListenerArn: !Ref Listener}}',
    ),
    // The listener is in another stack.
    fronted('TargetType: ip', '').replace('TargetGroupArn: !Ref Group}]}}', 'TargetGroupArn: !ImportValue group}]}}'),
    fronted('TargetType: instance', 'DependsOn: Listener').replace('awsvpc', 'bridge').replace(network.trim(), ''),
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
    marked(service('', '      ‹HealthCheckGracePeriodSeconds›: 60\n'), { messageId: 'grace', level: 'warning' }),
    marked(fronted('Port: 80', 'DependsOn: Listener').replace('!Ref Group, C', '‹!Ref Group›, C'), {
      messageId: 'targets',
      data: { group: 'Group' },
    }),
    marked(
      fronted('TargetType: instance', 'DependsOn: Listener').replace('!Ref Group, C', '‹!Ref Group›, C'),
      'targets',
    ),
    marked(fronted('TargetType: ip', '').replace('!Ref Group, C', '‹!Ref Group›, C'), {
      messageId: 'early',
      level: 'warning',
      data: { group: 'Group', listener: 'Listener' },
    }),
    marked(
      fronted('TargetType: ip', 'DependsOn: Group')
        .replace('TargetGroupArn: !Ref Group}]}}', 'ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref Group}]}}]}}')
        .replace('!Ref Group, C', '‹!Ref Group›, C'),
      { messageId: 'early', level: 'warning' },
    ),
    marked(last(service(own, '')), 'needed'),
    marked(last(service('      NetworkMode: !Ref Mode\n', '      LaunchType: FARGATE\n')), 'needed'),
    marked(service('', network.replace('NetworkConfiguration', '‹NetworkConfiguration›')), 'unwanted'),
    marked(balanced('‹app›', '80'), { messageId: 'container', data: { name: 'app', known: "'web', 'log'" } }),
    marked(balanced('web', '‹8080›'), { messageId: 'port', data: { known: '80' } }),
    marked(balanced('log', '‹80›'), { messageId: 'port', data: { known: 'none' } }),
  ],
});
