import { codedeployNoAlarm } from '../../../src/lint/rules/codedeploy-no-alarm.ts';
import { gradual } from '../templates.ts';
import { tester } from '../tester.ts';

const hook = (name: string) => `  Hook: {Type: AWS::Lambda::Function, Properties: {${name}}}\n`;
const withHook = gradual('{Type: AllAtOnce, Hooks: {PreTraffic: !Ref Hook}}');

tester.run(codedeployNoAlarm, {
  valid: [
    gradual('{Type: AllAtOnce}'),
    gradual('{Type: Canary10Percent5Minutes, Alarms: [!Ref A]}'),
    gradual('{Type: Canary10Percent5Minutes, Enabled: false}'),
    withHook + hook('FunctionName: CodeDeployHook_pre'),
    withHook + hook('FunctionName: !Sub "CodeDeployHook_${AWS::StackName}"'),
    withHook + hook('FunctionName: !Sub "${AWS::StackName}-hook"'),
    gradual('{Type: AllAtOnce, Role: r, Hooks: {PreTraffic: !Ref Hook}}') + hook(''),
  ],
  invalid: [
    {
      template: gradual('{Type: Canary10Percent5Minutes}'),
      problems: [{ messageId: 'nothing', line: 9, column: 36, endColumn: 59, level: 'info' }],
    },
    {
      template: withHook + hook(''),
      problems: [{ messageId: 'hook', line: 9, column: 67, level: 'warning', data: { hook: 'PreTraffic' } }],
    },
    {
      template: withHook + hook('FunctionName: !Sub "pre-${AWS::StackName}"'),
      problems: [{ messageId: 'hook', line: 9, column: 67, data: { found: "'pre-…'" } }],
    },
    {
      template: gradual(`
  Fn::If:
    - A
    - {Type: Linear10PercentEvery1Minute}
    - {Type: AllAtOnce}`),
      problems: [{ messageId: 'nothing', line: 12, column: 20 }],
    },
  ],
});
