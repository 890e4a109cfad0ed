import { sfnCallbackTimeout } from '../../../src/lint/rules/sfn-callback-timeout.ts';
import { sam } from '../state-machines.ts';
import { tester } from '../tester.ts';

const task = (resource: string, fields = ''): string =>
  sam(`A: {Type: Task, Resource: ${resource}${fields}, End: true}`);
const callback = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';

tester.run(sfnCallbackTimeout, {
  valid: [
    task(callback, ', HeartbeatSeconds: 60'),
    task(callback, ', TimeoutSecondsPath: $.limit'),
    task(callback, ', HeartbeatSeconds: 60, TimeoutSeconds: 61'),
    task('arn:aws:states:::sqs:sendMessage'),
  ],
  invalid: [
    { template: task(callback), problems: [{ messageId: 'endless', line: 6, column: 44, level: 'warning' }] },
    {
      template: task('arn:aws:states:eu-west-1:123456789012:activity:a'),
      problems: [{ messageId: 'endless', line: 6, column: 44, data: { whom: 'a worker of its activity' } }],
    },
    {
      template: task(callback, ', HeartbeatSeconds: 60, TimeoutSeconds: 60'),
      problems: [{ messageId: 'longer', line: 6, column: 113, data: { heartbeat: 60, timeout: 60 } }],
    },
  ],
});
