import { ecsFargate } from '../../../src/lint/rules/ecs-fargate.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const task = (properties: string) => `Parameters: {Size: {Type: String}}
Conditions: {Big: !Equals [!Ref Size, big]}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
${properties.replace(/^/gm, '      ')}
`;
const sized = (cpu: string, memory: string) => task(`NetworkMode: awsvpc\nCpu: ${cpu}\nMemory: ${memory}`);

const containers = (own: string, container: string) =>
  task(`NetworkMode: awsvpc\nCpu: 256\nMemory: 512\n${own}ContainerDefinitions: [{Name: a, ${container}}]`);
const logging = (own: string) => containers(own, 'Image: nginx, LogConfiguration: {LogDriver: splunk}');
const toLogs = (options: string) =>
  logging('ExecutionRoleArn: !ImportValue role\n').replace('splunk', `awslogs, Options: {${options}}`);
const pulling = (image: string) => containers('', `Image: ${image}`);
const job = (platforms: string, container: string) => `Parameters: {Size: {Type: String}}
Conditions: {Big: !Equals [!Ref Size, big]}
Resources:
  Job: {Type: AWS::Batch::JobDefinition, Properties: {Type: container, PlatformCapabilities: ${platforms}, ContainerProperties: {${container}}}}
`;

const refusing = (container: string, own = '') => containers(own, `Image: nginx, ${container}`);

const asking = (cpu: string, memory: string) =>
  `ExecutionRoleArn: a, ResourceRequirements: [{Type: VCPU, Value: ${cpu}}, {Type: MEMORY, Value: ${memory}}]`;

tester.run(ecsFargate, {
  valid: [
    job('[FARGATE]', asking('0.5', '1024')),
    job('[FARGATE]', asking('!If [Big, 4, 1]', '512')),
    job('[EC2]', asking('0.5', '512')),
    refusing('Privileged: false'),
    refusing('Privileged: !If [Big, true, false]'),
    refusing('Privileged: true').replace('FARGATE', 'EC2'),
    refusing('Essential: true', 'PidMode: task\n'),
    refusing('Essential: true', 'PlacementConstraints: []\n'),
    refusing('Essential: true', 'Volumes: [{Name: a, Host: {}}]\n'),
    logging('').replace('splunk', 'awsfirelens'),
    sized('256', '512'),
    logging(''),
    logging('ExecutionRoleArn: !If [Big, a, !Ref Other]\n').replace('splunk', 'awslogs'),
    logging('ExecutionRoleArn: !ImportValue role\n').replace('splunk', 'awslogs'),
    toLogs('awslogs-group: a, awslogs-region: eu-west-1, awslogs-stream-prefix: web'),
    toLogs('awslogs-group: a, awslogs-region: eu-west-1').replace('FARGATE', 'EC2'),
    toLogs("awslogs-group: a, 'Fn::Transform': {Name: Streams}"),
    toLogs('awslogs-group: a')
      .replace('{LogDriver', '!If [Big, {LogDriver')
      .replace('a}}}]', 'a}}, {LogDriver: splunk}]}]'),
    logging('').replace('splunk', '!If [Big, awslogs, splunk]'),
    logging('').replace('FARGATE', 'EC2').replace('splunk', 'awslogs'),
    pulling('public.ecr.aws/nginx/nginx:stable'),
    pulling('!Ref Image'),
    job('[FARGATE]', 'Image: a, ExecutionRoleArn: !Ref Role'),
    job('[FARGATE]', 'Image: a, ExecutionRoleArn: !If [Big, a, b]'),
    job('[EC2]', 'Image: a'),
    job('!Ref Size', 'Image: a'),
    sized("'.25 vCPU'", '2GB'),
    sized('1 vCPU', "'2 GB'"),
    sized('16384', '122880'),
    sized('32768', '245760'),
    sized('!Ref Size', '4096'),
    sized('256', '!Ref Size'),
    sized('!If [Big, 1024, 256]', '!If [Big, 4096, 512]'),
    'Resources: {Task: {Type: AWS::ECS::TaskDefinition, Properties: {RequiresCompatibilities: [EC2], Cpu: 7}}}',
  ],
  invalid: [
    marked(refusing('Privileged: ‹true›'), {
      messageId: 'takes',
      data: { property: 'Privileged', allowed: 'false', found: 'true' },
    }),
    marked(refusing('LinuxParameters: {‹SharedMemorySize›: 64}'), {
      messageId: 'refused',
      data: { property: 'SharedMemorySize' },
    }),
    marked(refusing('Essential: true', '‹IpcMode›: task\n'), 'refused'),
    marked(refusing('Essential: true', 'PidMode: ‹host›\n'), 'takes'),
    marked(refusing('Essential: true', 'Volumes: [{Name: a, Host: {‹SourcePath›: /data}}]\n'), 'refused'),
    marked(toLogs('awslogs-group: a').replace('Options', '‹Options›'), 'prefix'),
    marked(logging('').replace('splunk', '‹syslog›'), { messageId: 'driver', data: { found: 'syslog' } }),
    marked(logging('').replace('splunk', '‹awslogs›'), {
      messageId: 'role',
      data: { what: 'the log driver awslogs' },
    }),
    marked(pulling('‹123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1›'), {
      messageId: 'role',
      data: { what: 'images of ECR' },
    }),
    marked(pulling("‹!Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/${Size}'›"), 'role'),
    marked(job('[FARGATE]', 'Image: a').replace('ContainerProperties', '‹ContainerProperties›'), 'job'),
    marked(
      job('[FARGATE]', 'Image: a, ExecutionRoleArn: !Ref AWS::NoValue').replace(
        'ContainerProperties',
        '‹ContainerProperties›',
      ),
      'job',
    ),
    marked(sized('256', '‹4096›'), { messageId: 'memory', data: { found: 4096, allowed: '512, 1024 or 2048 MiB' } }),
    marked(sized('4 vCPU', '‹31GB›'), {
      messageId: 'memory',
      data: { allowed: '8192 to 30720 MiB in steps of 1024' },
    }),
    marked(sized('‹128›', '512'), 'cpu'),
    marked(task('NetworkMode: ‹bridge›\nCpu: 256\nMemory: 512'), 'mode'),
    marked(task('Cpu: 256\nMemory: 512').replace('Properties', '‹Properties›'), 'noMode'),
    marked(task('NetworkMode: awsvpc\nMemory: 512').replace('Properties', '‹Properties›'), {
      messageId: 'missing',
      data: { property: 'Cpu' },
    }),
    {
      template: job('[FARGATE]', asking('0.5', '512')),
      problems: [{ messageId: 'memory', line: 4, column: 219, data: { cpu: 512, found: 512 } }],
    },
    {
      template: job('[FARGATE]', asking('0.3', '512')),
      problems: [{ messageId: 'cpu', line: 4, column: 191 }],
    },
  ],
});
