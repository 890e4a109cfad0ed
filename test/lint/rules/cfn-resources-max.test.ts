import { cfnResourcesMax } from '../../../src/lint/rules/cfn-resources-max.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const queues = (count: number, further = '') =>
  `Resources:\n${Array.from({ length: count }, (_, at) => `  Q${at}: {Type: AWS::SQS::Queue}\n`).join('')}${further}`;
// A function, its role, its permission, and the implicit API with its deployment and stage.
const routed = samFunctionCalled('Fn', 'Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}');

tester.run(cfnResourcesMax, {
  valid: [queues(449), queues(400, routed)],
  invalid: [
    {
      template: queues(501),
      problems: [{ messageId: 'many', line: 1, column: 1, level: 'error', data: { count: 501 } }],
    },
    {
      template: queues(495, routed),
      problems: [
        {
          messageId: 'many',
          line: 1,
          column: 1,
          data: { count: 501, sources: "from 'Fn' (3), 'ServerlessRestApi' (3)" },
        },
      ],
    },
    {
      template: queues(450),
      problems: [{ messageId: 'near', line: 1, column: 1, level: 'warning', data: { count: 450 } }],
    },
  ],
});
