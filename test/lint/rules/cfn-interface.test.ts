import { cfnInterface } from '../../../src/lint/rules/cfn-interface.ts';
import { withTopic } from '../sections.ts';
import { tester } from '../tester.ts';

const metadata = (text: string) =>
  withTopic(`Metadata:
  AWS::CloudFormation::Interface: ${text}
Parameters: {Stage: {Type: String}}`);
const wrong = (text: string, messageId: string, column: number, data: Record<string, string>) => ({
  template: metadata(text),
  problems: [{ messageId, line: 2, column, data, level: messageId === 'unknown' ? 'warning' : 'error' }],
});

tester.run(cfnInterface, {
  valid: [
    metadata(
      '{ParameterGroups: [{Label: {default: All}, Parameters: [Stage]}], ParameterLabels: {Stage: {default: S}}}',
    ),
    metadata('{}'),
    withTopic('Metadata: {Any: thing}'),
  ],
  invalid: [
    wrong('a', 'kind', 35, { found: 'a string' }),
    wrong('{Groups: []}', 'key', 36, { name: 'Groups' }),
    wrong('{ParameterGroups: {a: b}}', 'kind', 53, { wanted: 'a list' }),
    wrong('{ParameterGroups: [{Label: All}]}', 'kind', 62, { where: 'A label' }),
    wrong('{ParameterGroups: [{Label: {default: !Ref Stage}}]}', 'kind', 72, { wanted: 'a text' }),
    wrong('{ParameterGroups: [{Parameters: [[a]]}]}', 'kind', 68, { wanted: 'the name of a parameter' }),
    wrong('{ParameterGroups: [{Parameters: [Stag]}]}', 'unknown', 68, { near: "Did you mean 'Stage'?" }),
    wrong('{ParameterLabels: {Other: {default: a}}}', 'unknown', 54, { name: 'Other' }),
  ],
});
