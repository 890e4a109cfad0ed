import { lambdaDescriptionLength } from '../../../src/lint/rules/lambda-description-length.ts';
import { lambda, resource, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const words = (count: number) => 'word '.repeat(count).trim();
const long = words(60);
const cut = words(51);
const hash = 'f'.repeat(64);
const block = (style: string, text: string) => `Resources:
  Layer:
    Type: AWS::Serverless::LayerVersion
    Properties:
      ContentUri: s3://bucket/key
      Description: ${style}
        ${text.trim().replaceAll('\n', '\n        ')}
      LayerName: name
`;

tester.run(lambdaDescriptionLength, {
  valid: [
    lambda(`Description: ${'a'.repeat(256)}`),
    lambda(`Description: ${'𝄞'.repeat(256)}`),
    lambda(`Description: !Sub '${'a'.repeat(300)} \${AWS::AccountId}'`),
    samFunction(`Description: ${'a'.repeat(191)}\nAutoPublishAlias: live\nAutoPublishCodeSha256: ${hash}`),
    resource('AWS::SNS::Topic', `DisplayName: ${long}`),
  ],
  invalid: [
    {
      template: lambda(`Description: ${long}`),
      problems: [{ messageId: 'long', line: 4, column: 31, data: { length: 299 } }],
      output: lambda(`Description: ${cut} w`),
    },
    {
      template: resource('AWS::Lambda::Alias', `Description: "it\\"s ${long}"`),
      problems: [{ messageId: 'long', line: 4, column: 31, data: { length: 304 } }],
      output: resource('AWS::Lambda::Alias', `Description: "it\\"s ${words(50)} w"`),
    },
    {
      template: resource('AWS::Lambda::Version', `Description: '${'a'.repeat(250)}: it''s long'`),
      problems: [{ messageId: 'long', line: 4, column: 31 }],
      output: resource('AWS::Lambda::Version', `Description: '${'a'.repeat(250)}: it''s'`),
    },
    {
      template: lambda(`Description: ${'a'.repeat(255)}:b`),
      problems: [{ messageId: 'long', line: 4, column: 31 }],
      output: lambda(`Description: ${'a'.repeat(255)}`),
    },
    {
      template: block('|', `${'a'.repeat(200)}\n${'b'.repeat(100)}`),
      problems: [{ messageId: 'long', line: 6, column: 20, data: { length: 302 } }],
      output: block('|', `${'a'.repeat(200)}\n${'b'.repeat(54)}`),
    },
    {
      template: block('>-', `${'a'.repeat(200)}\n${'b'.repeat(100)}`),
      problems: [{ messageId: 'long', line: 6, column: 20, data: { length: 301 } }],
      output: block('>-', `${'a'.repeat(200)}\n${'b'.repeat(55)}`),
    },
    {
      template: samFunction(`AutoPublishAlias: live\nVersionDescription: ${long}`),
      problems: [{ messageId: 'long', line: 9, column: 27 }],
      output: samFunction(`AutoPublishAlias: live\nVersionDescription: ${cut} w`),
    },
    {
      template: samFunction(`Description: ${'a'.repeat(192)}\nAutoPublishAlias: live\nAutoPublishCodeSha256: ${hash}`),
      problems: [{ messageId: 'withHash', line: 8, column: 20, data: { length: 257, room: 191 } }],
      output: samFunction(`Description: ${'a'.repeat(191)}\nAutoPublishAlias: live\nAutoPublishCodeSha256: ${hash}`),
    },
    {
      template: `Parameters:
  Text: {Type: String, Default: ${long}}
${lambda('Description: !Ref Text')}`,
      problems: [{ messageId: 'long', line: 6, column: 31 }],
    },
  ],
});
