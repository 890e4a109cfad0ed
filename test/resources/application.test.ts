import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ExpandOptions, expand } from '../../src/index.ts';
import { getIn } from '../../src/model/tree.ts';
import { memory } from '../packaging/scaffold.ts';

const url = 'https://example.com/template';
const app = (properties: string, attributes = '') => `Resources:
  App:
    Type: AWS::Serverless::Application
    ${attributes}
    Properties: ${properties}
`;
const run = (template: string, options: ExpandOptions = {}) => {
  const { template: expanded, problems } = expand(template, { resolveApplication: () => url, ...options });
  return {
    stack: getIn(expanded, 'Resources', 'App'),
    found: problems.map(({ code, level, line, column }) => [code, level, line, column]),
  };
};

test('a local template is where the packaging step will put it', () => {
  const reader = memory({ 'app/template.yaml': 'Resources: {T: {Type: AWS::SNS::Topic}}' });
  const template = app('{Location: app/template.yaml}');
  const place = 'https://s3.${AWS::Region}.${AWS::URLSuffix}';
  const url = (options: ExpandOptions) => getIn(run(template, options).stack, 'Properties', 'TemplateURL');
  const text = '{\n  "Resources": {\n    "T": {\n      "Type": "AWS::SNS::Topic"\n    }\n  }\n}\n';
  const key = createHash('sha256').update(text).digest('hex');
  expect(url({ reader, artifacts: { bucket: 'code', prefix: 'v1' } })).toEqual({
    'Fn::Sub': `${place}/code/v1/${key}`,
  });
  expect(url({ reader })).toEqual({
    'Fn::Sub': `${place}/cdk-hnb659fds-assets-\${AWS::AccountId}-\${AWS::Region}/${key}`,
  });
});

test('a template that cannot be seen keeps its path, with a warning', () => {
  const { stack, found } = run(app('{Location: app/template.yaml}'));
  expect(getIn(stack, 'Properties', 'TemplateURL')).toBe('app/template.yaml');
  expect(found).toEqual([['template-not-found', 'warning', 5, 28]]);
});

test('the stack gets what all generated resources get, and DependsOn', () => {
  const attributes = 'DependsOn: Other\n    DeletionPolicy: Retain\n    Metadata: {A: 1}';
  expect(run(app(`{Location: '${url}'}`, attributes)).stack).toMatchObject({
    DependsOn: 'Other',
    DeletionPolicy: 'Retain',
  });
  expect(getIn(run(app(`{Location: '${url}'}`, attributes)).stack, 'Metadata')).toBeUndefined();
});

test.each([
  ['{Location: {ApplicationId: a}}', 'missing-property', 28],
  ['{Location: {ApplicationId: a, SemanticVersion: }}', 'missing-property', 47],
  ['{Location: {ApplicationId: a, SemanticVersion: 1.0}}', 'wrong-type', 64],
  ['{Location: {ApplicationId: !Ref Unknown, SemanticVersion: 1.0.0}}', 'unresolved-application', 44],
  ['{Location: {ApplicationId: "{{resolve:ssm:a}}", SemanticVersion: 1.0.0}}', 'dynamic-reference', 44],
])('%s is told at its place', (properties, code, column) => {
  expect(run(app(properties)).found).toEqual([[code, 'error', 5, column]]);
});

test('a parameter without a value is named', () => {
  const properties = '{Location: {ApplicationId: !Ref Id, SemanticVersion: 1.0.0}}';
  expect(expand(`Parameters: {Id: {Type: String}}\n${app(properties)}`).problems.map(({ message }) => message)).toEqual(
    [
      "'ApplicationId' needs the value of the parameter 'Id', which is not known here. Give it a text: with '--parameter Id=…' (in the library 'parameters') or as its 'Default'; where a stack nests this template, in the 'Parameters' there. What the parameter store holds is read too late.",
    ],
  );
});

test('an application that is not known is told at its id', () => {
  const template = app('{Location: {ApplicationId: a, SemanticVersion: 1.0.0}}');
  expect(run(template, { resolveApplication: () => undefined }).found).toEqual([
    ['application-not-available', 'error', 5, 44],
  ]);
});
