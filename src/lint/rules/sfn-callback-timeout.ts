import { defineTemplateRule } from '../../model/rule.ts';
import { get, isNothing } from '../../model/tree.ts';
import { taskCalls } from '../facts/asl/resource.ts';

const limits = ['HeartbeatSeconds', 'HeartbeatSecondsPath', 'TimeoutSeconds', 'TimeoutSecondsPath'];

export const sfnCallbackTimeout = defineTemplateRule({
  id: 'sfn-callback-timeout',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine'],
  title: 'Callback task without heartbeat or timeout',
  description:
    'A task that waits for a callback (`.waitForTaskToken`) or for a worker of an activity waits up to one year for an answer. `HeartbeatSeconds` or `TimeoutSeconds` end it earlier; where both are set the heartbeat must be the shorter one.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-stuck-execution.html',
  messages: {
    endless: "'{state}' waits for {whom} and can hang for a year; set 'HeartbeatSeconds' or 'TimeoutSeconds'.",
    longer: "'HeartbeatSeconds' of '{state}' is {heartbeat}; it must be less than 'TimeoutSeconds' ({timeout}).",
  },
  example: {
    in: 'state',
    fails:
      "{Type: Task, Resource: ‹'arn:aws:states:::sqs:sendMessage.waitForTaskToken'›, Parameters: {QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/work', MessageBody: {'token.$': $$.Task.Token}}, End: true}",
    passes:
      "{Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', HeartbeatSeconds: 600, Parameters: {QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/work', MessageBody: {'token.$': $$.Task.Token}}, End: true}",
  },
  check(cx) {
    for (const { state, pattern, isActivity } of taskCalls(cx)) {
      const { body, name, scope } = state;
      const logicalId = scope.definition.node.id;
      const waits = isActivity || pattern === '.waitForTaskToken';
      if (waits && limits.every((field) => isNothing(get(body, field)))) {
        const whom = isActivity ? 'a worker of its activity' : 'a callback';
        cx.report('endless', state.place('Resource'), { data: { state: name, whom }, logicalId });
      }
      const [heartbeat, timeout] = [get(body, 'HeartbeatSeconds'), get(body, 'TimeoutSeconds')];
      if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout) {
        const related = [state.place('TimeoutSeconds')];
        const data = { state: name, heartbeat, timeout };
        cx.report('longer', state.place('HeartbeatSeconds'), { data, related, logicalId });
      }
    }
  },
});
