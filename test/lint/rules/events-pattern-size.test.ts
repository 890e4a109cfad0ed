import { eventsPatternSize } from '../../../src/lint/rules/events-pattern-size.ts';
import { samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

/** A rule with a pattern in flow style at line 4, column 33. */
const rule = (pattern: string) => `Resources:
  Rule:
    Type: AWS::Events::Rule
    Properties: {  EventPattern: ${pattern}}
`;

const event = (pattern: string) => samEvent('EventBridgeRule', `Pattern:\n  ${pattern}`);

/** A pattern of exactly so many characters as JSON. */
const long = (length: number) => `{"source":["${'x'.repeat(length - 15)}"]}`;

tester.run(eventsPatternSize, {
  valid: [
    rule(long(2048)),
    { template: rule(long(4096)), options: { quota: 4096 } },
    event('source: [orders]'),
    // What is malformed is another rule's.
    rule('[{source: [a]}]'),
    rule('\'{"source": ["aws.s3"}\''),
    rule('{source: aws.s3}'),
  ],
  invalid: [
    {
      template: rule(long(2049)),
      problems: [{ messageId: 'quota', line: 4, column: 20, endColumn: 32, level: 'warning', data: { length: 2049 } }],
    },
    {
      template: rule(long(4097)),
      problems: [{ messageId: 'tooLong', line: 4, column: 20, level: 'error', data: { length: 4097, maximum: 4096 } }],
    },
    {
      template: event(`source: [${'x'.repeat(5000)}, !Ref Name]`),
      problems: [{ messageId: 'tooLong', line: 12, column: 13, endColumn: 20, data: { length: 5017 } }],
    },
    {
      template: rule(`'${long(2049)}'`),
      problems: [{ messageId: 'quota', line: 4, column: 20, data: { length: 2049, maximum: 2048 } }],
    },
  ],
});
