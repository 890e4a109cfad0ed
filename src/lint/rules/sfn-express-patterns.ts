import { defineTemplateRule } from '../../model/rule.ts';
import { getIn } from '../../model/tree.ts';
import { aslDefinitions } from '../facts/asl/definition.ts';
import { taskCalls } from '../facts/asl/resource.ts';
import { aslTree } from '../facts/asl/states.ts';

export const sfnExpressPatterns = defineTemplateRule({
  id: 'sfn-express-patterns',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine'],
  title: 'Express workflow uses .sync, .waitForTaskToken or an activity',
  description:
    'Express workflows call services and go on with the response. They can neither wait for a job (`.sync`) nor for a callback (`.waitForTaskToken`), run activities, or contain a distributed `Map`. Use a standard workflow, or start one from the express workflow.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  messages: {
    pattern: "'{state}' waits with '{pattern}', which an express workflow cannot do; use a standard workflow.",
    activity: "'{state}' runs an activity, which an express workflow cannot do; use a standard workflow.",
    distributed: "'{state}' is a distributed Map, which an express workflow cannot run; use a standard workflow.",
  },
  example: {
    in: 'express-state',
    fails:
      "{Type: Task, Resource: ‹'arn:aws:states:::sns:publish.waitForTaskToken'›, HeartbeatSeconds: 60, Parameters: {TopicArn: 'arn:aws:sns:us-east-1:123456789012:work', Message: {'token.$': $$.Task.Token}}, End: true}",
    passes:
      "{Type: Task, Resource: 'arn:aws:states:::sns:publish', Parameters: {TopicArn: 'arn:aws:sns:us-east-1:123456789012:work', Message: work}, End: true}",
  },
  check(cx) {
    const express = aslDefinitions(cx).whole.filter(({ isExpress }) => isExpress);
    if (express.length === 0) return;
    for (const { state, pattern, isActivity } of taskCalls(cx)) {
      const { definition } = state.scope;
      if (!definition.isExpress) continue;
      const more = { related: [definition.node.place('StateMachineType')], logicalId: definition.node.id };
      if (pattern) cx.report('pattern', state.place('Resource'), { data: { state: state.name, pattern }, ...more });
      else if (isActivity) cx.report('activity', state.place('Resource'), { data: { state: state.name }, ...more });
    }
    for (const definition of express) {
      for (const state of aslTree(definition).states) {
        if (getIn(state.body, 'ItemProcessor', 'ProcessorConfig', 'Mode') !== 'DISTRIBUTED') continue;
        const related = [definition.node.place('StateMachineType')];
        const at = state.place('ItemProcessor', 'ProcessorConfig', 'Mode');
        cx.report('distributed', at, { data: { state: state.name }, related, logicalId: definition.node.id });
      }
    }
  },
});
