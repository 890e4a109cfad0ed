import { eventsTargetsMax } from '../../../src/lint/rules/events-targets-max.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const rule = (...ids: string[]) =>
  resource('AWS::Events::Rule', `Targets: [${ids.map((id) => `{Id: ${id}, Arn: a}`).join(', ')}]`);

tester.run(eventsTargetsMax, {
  valid: [
    rule('a', 'b', 'c', 'd', 'e'),
    rule('!Ref Id', '!Ref Id'),
    resource('AWS::Events::Rule', 'Targets: [!If [A, {Id: a}, {Id: b}], !If [A, {Id: b}, {Id: a}]]'),
  ],
  invalid: [
    {
      template: rule('a', 'b', 'c', 'd', 'e', 'f'),
      problems: [{ messageId: 'tooMany', line: 4, column: 18, endColumn: 25, data: { count: 6 } }],
    },
    {
      template: rule('a', '"b c"', 'a', 'x'.repeat(65)),
      problems: [
        { messageId: 'format', line: 4, column: 50, endColumn: 55 },
        { messageId: 'twice', line: 4, column: 71 },
        { messageId: 'length', line: 4, column: 88, data: { length: 65 } },
      ],
    },
  ],
});
