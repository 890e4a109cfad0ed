import { defineRule } from '../../model/rule.ts';
import { isIntrinsic, isMap, isNothing } from '../../model/tree.ts';

export const sfnExpressLogging = defineRule({
  id: 'sfn-express-logging',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'Express workflow without logging',
  description:
    'Step Functions keeps no history of express workflows: what an execution did can only be seen in CloudWatch Logs. Set `Logging` (in CloudFormation `LoggingConfiguration`) with a `Level` of ALL, ERROR or FATAL.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  messages: {
    none: "The express workflow '{id}' writes no log, and Step Functions keeps no history of it; set '{property}'.",
    off: "The log level of the express workflow '{id}' is OFF, and Step Functions keeps no history of it.",
  },
  example: {
    in: 'resources',
    fails: `
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Type: ‹EXPRESS›
    Definition:
      StartAt: Work
      States:
        Work: {Type: Succeed}`,
    passes: `
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Type: EXPRESS
    Policies: [CloudWatchLogsFullAccess]
    Logging: {Level: ERROR, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !ImportValue logs}}]}
    Definition:
      StartAt: Work
      States:
        Work: {Type: Succeed}`,
  },
  on: ['AWS::StepFunctions::StateMachine'],
  check(machine, cx) {
    const express = machine.strings('StateMachineType').find(({ value }) => value === 'EXPRESS');
    if (!express) return;
    const isSam = cx.written(machine.id)?.type === 'AWS::Serverless::StateMachine';
    const data = { id: machine.id, property: isSam ? 'Logging' : 'LoggingConfiguration' };
    if (machine.lacks('LoggingConfiguration')) return cx.report('none', express.at, { data });
    for (const { value, at } of machine.all('LoggingConfiguration')) {
      if (!isMap(value) || isIntrinsic(value)) continue;
      const level = cx.resolve(value['Level']);
      // Without a level nothing is written either.
      if (isNothing(value['Level']) || level === 'OFF') cx.report('off', cx.placeOf(value, 'Level') ?? at, { data });
    }
  },
});
