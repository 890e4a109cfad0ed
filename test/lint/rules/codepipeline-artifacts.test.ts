import { codepipelineArtifacts } from '../../../src/lint/rules/codepipeline-artifacts.ts';
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
${stages.map((actions, at) => `        - {Name: S${at}, Actions: [${actions}]}\n`).join('')}`;
const makes = (name: string, more = '') => `{Name: m, OutputArtifacts: [{Name: ${name}}]${more}}`;
const takes = (name: string, more = '') => `{Name: t, InputArtifacts: [{Name: ${name}}]${more}}`;

tester.run(codepipelineArtifacts, {
  valid: [
    pipeline(makes('Code'), takes('Code')),
    pipeline(`${makes('Code')}, ${makes('Config')}`, `${takes('Config')}, ${takes('Code')}`),
    pipeline(makes('Code'), '{Name: Approve}', takes('Code')),
    pipeline(makes('Code'), `${makes('Built')}, ${takes('Built', ', RunOrder: 2')}`),
    pipeline(makes('!Ref Name'), takes('Code')),
    pipeline(makes('Code'), takes('!Ref Name')),
    pipeline('!If [Tests, {OutputArtifacts: [{Name: Code}]}, !Ref Action]', takes('Other')),
    pipeline(`!If [Tests, ${makes('Code')}, ${makes('Code')}]`, takes('Code')),
  ],
  invalid: [
    marked(pipeline(makes('Code'), takes('‹Source›')), {
      messageId: 'unknown',
      data: { known: "; the actions make 'Code'" },
    }),
    marked(pipeline('{Name: Fetch}', takes('‹Source›')), { messageId: 'unknown', data: { known: '' } }),
    marked(pipeline(makes('Code'), takes('‹Built›'), makes('Built')), { messageId: 'later', level: 'warning' }),
    marked(pipeline(makes('Code'), `${makes('Built')}, ${takes('‹Built›')}`), 'later'),
    marked(pipeline(makes('Code'), makes('‹Code›'), takes('Code')), 'twice'),
  ],
});
