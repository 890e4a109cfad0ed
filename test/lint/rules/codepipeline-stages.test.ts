import { codepipelineStages } from '../../../src/lint/rules/codepipeline-stages.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const pipeline = (...stages: string[]) => `Parameters:
  Name: {Type: String}
Conditions:
  Tests: !Equals [!Ref Name, test]
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Stages:
${stages.map((stage) => `        - ${stage}\n`).join('')}`;
const action = (category: string, name = 'a') => `{Name: ${name}, ActionTypeId: {Category: ${category}}}`;
const stage = (name: string, ...actions: string[]) => `{Name: ${name}, Actions: [${actions.join(', ')}]}`;
const first = stage('Fetch', action('Source'));

tester.run(codepipelineStages, {
  valid: [
    pipeline(first, stage('Build', action('Build'))),
    pipeline(first, `!If [Tests, ${stage('Test', action('Test'))}, ${stage('Build', action('Build'))}]`),
    pipeline(first, `!If [Tests, ${stage('Test', action('Test'))}, !Ref AWS::NoValue]`),
    pipeline(first, '!Ref Stage'),
    pipeline(`!If [Tests, ${first}, !Ref AWS::NoValue]`, stage('Other', action('Source')), stage('B', action('Build'))),
    pipeline(first, stage('Build', action('!Ref Category'))),
    pipeline(first, stage('A', action('Build', 'a'), action('Build', 'b')), stage('B', action('Build', 'a'))),
    pipeline(first, `!If [Tests, ${stage('Next')}, ${stage('Next')}]`),
    pipeline(first).replace(/Stages:\n.*\n/, 'Stages: !Ref Name\n'),
  ],
  invalid: [
    marked(pipeline(first).replace('Stages', '‹Stages›'), { messageId: 'few', data: { count: 1 } }),
    marked(pipeline(first, '!Ref AWS::NoValue').replace('Stages', '‹Stages›'), 'few'),
    marked(pipeline(stage('A', action('‹Approval›')), stage('B', action('Build'))), {
      messageId: 'first',
      data: { category: 'Approval' },
    }),
    marked(pipeline(stage('A', action('Source'), action('‹Build›', 'b')), stage('B', action('Build'))), 'first'),
    marked(pipeline(first, stage('B', action('‹Source›'))), 'later'),
    marked(pipeline(first, stage('‹Fetch›', action('Build'))), { messageId: 'stage', data: { name: 'Fetch' } }),
    marked(pipeline(first, stage('B', action('Build'), action('Build', '‹a›'))), {
      messageId: 'action',
      data: { name: 'a' },
    }),
  ],
});
