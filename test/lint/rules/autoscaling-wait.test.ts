import { autoscalingWait } from '../../../src/lint/rules/autoscaling-wait.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const group = (update: string, most = "'2'", more = '') => `Parameters: {Size: {Type: Number}, Time: {Type: String}}
Conditions: {Big: !Equals [!Ref Size, 9]}
Resources:
  Fleet:
    Type: AWS::AutoScaling::AutoScalingGroup
    ${more}UpdatePolicy: {AutoScalingRollingUpdate: {${update}}}
    Properties: {MinSize: '1', MaxSize: ${most}}
`;
const signalled = (type: string, timeout: string) => `Resources:
  Web: {Type: ${type}, CreationPolicy: {ResourceSignal: {Timeout: ${timeout}}}}
`;

tester.run(autoscalingWait, {
  valid: [
    group('PauseTime: PT1H'),
    group('PauseTime: PT59M60S'),
    group('PauseTime: !Ref Time'),
    group('MinInstancesInService: 1'),
    group('MinInstancesInService: 2', '!Ref Size'),
    group('MinInstancesInService: !Ref Size'),
    group('MinInstancesInService: 2', '!If [Big, 2, 4]'),
    signalled('AWS::EC2::Instance', 'PT12H'),
    signalled('AWS::AutoScaling::AutoScalingGroup', 'soon'),
  ],
  invalid: [
    marked(group('PauseTime: ‹PT2H›'), {
      messageId: 'long',
      data: { name: 'PauseTime', found: 'PT2H', most: 'PT1H' },
    }),
    marked(group('PauseTime: ‹PT1H1S›'), 'long'),
    marked(group('PauseTime: ‹PT61M›'), 'long'),
    marked(group('MinInstancesInService: ‹2›'), { messageId: 'service', data: { found: 2, most: 2 } }),
    marked(group("MinInstancesInService: ‹'3'›"), 'service'),
    marked(signalled('AWS::EC2::Instance', '‹PT13H›'), { messageId: 'long', data: { most: 'PT12H' } }),
  ],
});
