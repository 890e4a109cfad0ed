import { lambdaAliasName } from '../../../src/lint/rules/lambda-alias-name.ts';
import { resource, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const alias = (name: string) => resource('AWS::Lambda::Alias', `Name: ${name}`);
const published = (name: string) => samFunction(`AutoPublishAlias: ${name}`);

tester.run(lambdaAliasName, {
  valid: [
    alias('live_2-b'),
    alias('!Ref Stage'),
    alias('a'.repeat(128)),
    published('live'),
    // The transform tells that already.
    published("'12'"),
    published('a b'),
  ],
  invalid: [
    { template: alias('my live'), problems: [{ messageId: 'format', line: 4, column: 24, endColumn: 31 }] },
    { template: alias("''"), problems: [{ messageId: 'format', line: 4, column: 24 }] },
    { template: alias('17'), problems: [{ messageId: 'number', line: 4, column: 24, data: { name: '17' } }] },
    {
      template: alias('a'.repeat(129)),
      problems: [{ messageId: 'length', line: 4, column: 24, data: { length: 129 } }],
    },
    { template: published('a'.repeat(129)), problems: [{ messageId: 'length', line: 8, column: 25 }] },
  ],
});
