import { eventsRulesPerBus } from '../../../src/lint/rules/events-rules-per-bus.ts';
import { tester } from '../tester.ts';

const rules = (count: number, properties: string) =>
  Array.from({ length: count }, (_, at) => `  R${at}: {Type: AWS::Events::Rule, Properties: {${properties}}}\n`).join(
    '',
  );

tester.run(eventsRulesPerBus, {
  valid: [
    `Resources:\n${rules(300, 'EventPattern: {}')}`,
    { template: `Resources:\n${rules(301, 'EventPattern: {}')}`, options: { quota: 400 } },
  ],
  invalid: [
    {
      template: `Resources:\n${rules(301, 'EventPattern: {}')}`,
      problems: [{ messageId: 'tooMany', line: 302, column: 3, endColumn: 7, data: { count: 301 } }],
    },
    {
      template: `Resources:\n${rules(101, 'EventBusName: !Ref Bus')}`,
      region: 'eu-south-1',
      problems: [{ messageId: 'tooMany', line: 102, column: 3, data: { maximum: 100 } }],
    },
    {
      template: `Resources:
  A: {Type: AWS::Events::Rule, Properties: {EventBusName: mine}}
  B: {Type: AWS::Events::Rule, Properties: {EventBusName: !Sub 'arn:aws:events:eu-west-1:1:event-bus/mine'}}
  C: {Type: AWS::Events::Rule, Properties: {EventBusName: other}}
`,
      options: { quota: 1 },
      problems: [{ messageId: 'tooMany', line: 3, column: 3, data: { count: 2 } }],
    },
  ],
});
