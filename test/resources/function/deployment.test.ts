import { describe, expect, test } from 'vitest';
import { expand } from '../../../src/index.ts';
import { lambdaDeployments } from '../../../src/lint/facts/functions/deployment.ts';
import { originOf } from '../../../src/model/origin.ts';
import { get, getIn, type Json } from '../../../src/model/tree.ts';
import { lineOf } from '../../line.ts';
import { functionWith } from './template.ts';

const alias = 'AutoPublishAlias: live\n';
const deployed = (preference: string, before = '') =>
  functionWith(`${alias}DeploymentPreference: ${preference}`, before);
const resourcesOf = (template: string): Json | undefined => getIn(expand(template).template, 'Resources');

const conditional = (count: number): string => {
  const names = Array.from({ length: count }, (_, at) => `C${at}`);
  const conditions = names.map((name) => `  ${name}: !Equals [a, b]\n`).join('');
  const functions = names.map(
    (name) => `  Fn${name}:
    Type: AWS::Serverless::Function
    Condition: ${name}
    Properties: {InlineCode: x, Handler: h, Runtime: r, AutoPublishAlias: live, Tags: {${name}: t, Team: ${name}},
      PropagateTags: true, DeploymentPreference: {Type: AllAtOnce, PassthroughCondition: true}}\n`,
  );
  return `Conditions:\n${conditions}Resources:\n${functions.join('')}`;
};

describe('what all deployments share', () => {
  test('has the tags that the functions propagate', () => {
    const resources = resourcesOf(conditional(2));
    for (const id of ['ServerlessDeploymentApplication', 'CodeDeployServiceRole']) {
      expect(getIn(resources, id, 'Properties', 'Tags')).toEqual([
        { Key: 'C0', Value: 't' },
        { Key: 'Team', Value: 'C1' },
        { Key: 'C1', Value: 't' },
      ]);
    }
  });

  test('is caused by each of them', () => {
    const template = conditional(3);
    const cause = originOf(get(resourcesOf(template), 'ServerlessDeploymentApplication'));
    expect(cause?.related).toHaveLength(2);
    expect(lineOf(template, get(resourcesOf(template), 'CodeDeployServiceRole'))).toContain('DeploymentPreference');
  });

  test('has the tags of all functions that propagate them, the last one winning', () => {
    const application = get(resourcesOf(conditional(2)), 'ServerlessDeploymentApplication');
    expect(getIn(application, 'Properties', 'Tags')).toEqual([
      { Key: 'C0', Value: 't' },
      { Key: 'Team', Value: 'C1' },
      { Key: 'C1', Value: 't' },
    ]);
  });

  test('exists under one condition, or under several of at most ten operands', () => {
    expect(getIn(resourcesOf(conditional(1)), 'ServerlessDeploymentApplication', 'Condition')).toBe('C0');
    const { template } = expand(conditional(20));
    const added = Object.keys(get(template, 'Conditions') ?? {}).filter((name) => name.startsWith('Serverless'));
    expect(added).toEqual(['2', '1', ''].map((part) => `ServerlessCodeDeployCondition${part}`));
  });

  test('is unconditional when one function is', () => {
    const template = `${conditional(2)}  Fn: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: h, Runtime: r,
      AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce}}}`;
    expect(getIn(resourcesOf(template), 'ServerlessDeploymentApplication')).not.toHaveProperty('Condition');
  });
});

describe('a deployment group', () => {
  test('chooses between alarms', () => {
    const group = get(
      resourcesOf(deployed('{Type: AllAtOnce, Alarms: !If [C, [a], [!Ref AWS::NoValue]]}')),
      'FnDeploymentGroup',
    );
    expect(getIn(group, 'Properties', 'AlarmConfiguration')).toEqual({
      'Fn::If': ['C', { Enabled: true, Alarms: [{ Name: 'a' }] }, {}],
    });
  });

  test('does not exist where a mapping disables it', () => {
    const mapping = 'Mappings: {M: {prod: {Shift: false}}}\n';
    const resources = resourcesOf(deployed('{Enabled: !FindInMap [M, prod, Shift]}', mapping));
    expect(Object.keys(resources ?? {})).toHaveLength(4);
    expect(resources).not.toHaveProperty('FnDeploymentGroup');
  });

  test.each([
    ['{Type: AllAtOnce, Alarms: !If [C, [a]]}', 'invalid-if'],
    ['{Type: AllAtOnce, Alarms: !If [C, a, [b]]}', 'wrong-type'],
    ['{Type: AllAtOnce, Hooks: }', 'wrong-type'],
    ['{Type: AllAtOnce, PassthroughCondition: maybe}', 'wrong-type'],
    ['{Hooks: {}}', 'missing-property'],
  ])('of %s is refused', (preference, code) => {
    expect(expand(deployed(preference)).problems).toMatchObject([{ code, line: 9, logicalId: 'Fn' }]);
  });
});

describe('the deployment configuration', () => {
  const configurationOf = (name: string) => {
    const resources = resourcesOf(deployed(`{Type: ${name}}`)) as { [id: string]: Json };
    const group = Object.values(resources).find((each) => get(each, 'Type') === 'AWS::CodeDeploy::DeploymentGroup');
    return getIn(group, 'Properties', 'DeploymentConfigName');
  };

  test.each(lambdaDeployments)("%s is CodeDeploy's own, as the linter says", (name) => {
    expect(configurationOf(name)).toEqual({
      'Fn::Sub': ['CodeDeployDefault.Lambda${ConfigName}', { ConfigName: name }],
    });
  });

  test("of another name is the author's", () => {
    expect(configurationOf('Canary20Percent5Minutes')).toBe('Canary20Percent5Minutes');
  });
});
