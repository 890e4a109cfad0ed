import { cfnTemplateSize } from '../../../src/lint/rules/cfn-template-size.ts';
import { tester } from '../tester.ts';

/** `{"Resources":{"Q":{"Type":"AWS::SQS::Queue","Metadata":"…"}}}` is 60 bytes and what is between the quotes. */
const template = (text: string, indent = '') =>
  `Resources:\n${indent}  Q:\n${indent}    Type: AWS::SQS::Queue\n${indent}    Metadata: ${text}\n`;

tester.run(cfnTemplateSize, {
  valid: [template('x'.repeat(51_140)), `# ${'x'.repeat(60_000)}\n${template('x')}`],
  invalid: [
    {
      template: template('x'.repeat(51_141)),
      problems: [
        { messageId: 's3', line: 1, column: 1, level: 'info', data: { bytes: 51_201, yaml: 'about 51200 as' } },
      ],
    },
    {
      template: template('é'.repeat(524_259)),
      problems: [{ messageId: 'large', line: 1, column: 1, level: 'error', data: { bytes: 1_048_578 } }],
    },
  ],
});
