import { defineTemplateRule } from '../../model/rule.ts';
import { certainlyFits } from '../facts/texts/json-size.ts';
import { utf8Length } from '../facts/texts/utf8.ts';
import { yamlSize } from '../facts/texts/yaml-size.ts';

const inRequest = 51_200;
const throughS3 = 1_048_576;

export const cfnTemplateSize = defineTemplateRule({
  id: 'cfn-template-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Template body too large',
  description:
    'CloudFormation takes templates of up to 51,200 bytes in a request and of up to 1,048,576 bytes (1 MB) from S3. Measured is the expanded template as JSON without white space; beyond 51,200 bytes it is only said that the template has to go through S3, as the SAM command does anyway.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
  messages: {
    large:
      'The expanded template has {bytes} bytes as compact JSON (about {yaml} as YAML); at most {maximum} are allowed.',
    s3: 'The expanded template has {bytes} bytes as compact JSON (about {yaml} as YAML); over {maximum} it must be deployed from S3.',
  },
  example: {
    fails: () => `‹Resources›:\n${topics(450)}`,
    passes: () => `Resources:\n${topics(2)}`,
  },
  check(cx) {
    if (certainlyFits(cx.template, inRequest)) return;
    const bytes = utf8Length(JSON.stringify(cx.template));
    if (bytes <= inRequest) return;
    const over = bytes > throughS3;
    const yaml = Math.round(yamlSize(cx.template) / 100) * 100;
    cx.report(over ? 'large' : 's3', cx.keyOf(cx.source, 'Resources'), {
      data: { bytes, yaml, maximum: over ? throughS3 : inRequest },
      level: over ? 'error' : 'info',
    });
  },
});

const topics = (count: number): string => {
  const note = 'x'.repeat(2500);
  return Array.from(
    { length: count },
    (_, at) => `  T${at}: {Type: AWS::SNS::Topic, Metadata: {Note: ${note}}}\n`,
  ).join('');
};
