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

tester.run(ecsFargate, {
  valid: [
    sized('256', '512'),
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
  ],
});
