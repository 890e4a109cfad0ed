import { describe, expect, test } from 'vitest';
import { expand } from '../../src/index.ts';
import { entryOf } from '../../src/model/origin.ts';
import { getIn, type Json } from '../../src/model/tree.ts';
import { stateMachineProperties } from '../../src/resources/state-machine/properties.ts';
import { lineOf } from '../line.ts';
import { oddValues } from '../odd-values.ts';

const machine = (properties: string): string => `Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
${properties.replace(/^/gm, '      ')}`;

const propertiesOf = (template: string): Json | undefined =>
  getIn(expand(template).template, 'Resources', 'Machine', 'Properties');
const linesOf = (template: string): Json | undefined =>
  getIn(propertiesOf(template), 'DefinitionString', 'Fn::Join', 1);

describe('an inline definition', () => {
  const template = machine(`Role: arn
Definition:
  States:
    Second: {Type: Task, Resource: !Ref A}
    First:
      Empty: {}
      None: []
      Word: "\\u00e9\\x7f\\""
      Timeout: 1.0
      List:
        - !Sub x
        - '{{resolve:ssm:name}}'
        - '{{resolve:ssm:name}} and more'
`);

  test('is written as Python writes JSON', () => {
    expect(linesOf(template)).toEqual([
      '{',
      '    "States": {',
      '        "First": {',
      '            "Empty": {},',
      '            "List": [',
      '                "${definition_substitution_1}",',
      '                "${definition_substitution_2}",',
      '                "{{resolve:ssm:name}} and more"',
      '            ],',
      '            "None": [],',
      '            "Timeout": 1.0,',
      '            "Word": "\\u00e9\\u007f\\""',
      '        },',
      '        "Second": {',
      '            "Resource": "${definition_substitution_3}",',
      '            "Type": "Task"',
      '        }',
      '    }',
      '}',
    ]);
  });

  test('numbers its substitutions in the order of the text and traces them', () => {
    const substitutions = getIn(propertiesOf(template), 'DefinitionSubstitutions');
    expect(substitutions).toEqual({
      definition_substitution_1: { 'Fn::Sub': 'x' },
      definition_substitution_2: '{{resolve:ssm:name}}',
      definition_substitution_3: { Ref: 'A' },
    });
    const origin = entryOf(substitutions, 'definition_substitution_2')!.value;
    expect(template.slice(origin.start, origin.end)).toBe("'{{resolve:ssm:name}}'");
  });

  test('is traced line by line', () => {
    const line = (at: number) => {
      const origin = entryOf(linesOf(template), at)!.value;
      return template.slice(0, origin.start).split('\n').length;
    };
    expect([line(1), line(2), line(7), line(10), line(13)]).toEqual([7, 9, 17, 13, 8]);
  });

  test('keeps the substitutions of the author', () => {
    const input = {
      Resources: {
        Machine: {
          Type: 'AWS::Serverless::StateMachine',
          Properties: { Definition: { A: { Ref: 'B' } }, DefinitionSubstitutions: { mine: 'x' } },
        },
      },
    };
    const before = JSON.stringify(input);
    expect(getIn(expand(input).template, 'Resources', 'Machine', 'Properties', 'DefinitionSubstitutions')).toEqual({
      mine: 'x',
      definition_substitution_1: { Ref: 'B' },
    });
    expect(JSON.stringify(input)).toBe(before);
  });
});

describe('what is wrong with a state machine', () => {
  test.each([
    ['Definition: {A: b}\nDefinitionUri: s3://b/k', 'exclusive-properties', 6],
    ['Role: arn', 'missing-definition', 2],
    ['Definition: {}', 'missing-definition', 2],
    ['DefinitionUri: {Bucket: b}', 'incomplete-s3-location', 5],
    ['DefinitionUri: https://b/k', 'invalid-s3-uri', 5],
    ['DefinitionUri: s3://b/k\nRole: arn\nPolicies: [a]', 'exclusive-properties', 7],
    ['DefinitionUri: s3://b/k\nDeploymentPreference: {Type: LINEAR}', 'missing-alias', 6],
    ['DefinitionUri: s3://b/k\nUseAliasAsEventTarget: true', 'missing-alias', 6],
  ])('%s', (properties, code, line) => {
    expect(expand(machine(properties)).problems).toMatchObject([{ code, line, logicalId: 'Machine' }]);
  });
});

describe('an alias', () => {
  const template = machine(`DefinitionUri: s3://b/k
AutoPublishAlias: live
UseAliasAsEventTarget: true
Events:
  Tick: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
`);
  const { template: expanded } = expand(template);

  test('is what events start when the author wants it', () => {
    const alias = { Ref: 'MachineAliaslive' };
    expect(getIn(expanded, 'Resources', 'MachineTick', 'Properties', 'Targets', 0, 'Arn')).toEqual(alias);
    const statement = getIn(
      ...([expanded, 'Resources', 'MachineTickRole', 'Properties', 'Policies', 0] as const),
      ...(['PolicyDocument', 'Statement', 0, 'Resource'] as const),
    );
    expect(statement).toEqual(alias);
  });

  test('and its version are traced to the property that asks for them', () => {
    for (const id of ['MachineAliaslive', 'MachineVersion']) {
      expect(lineOf(template, getIn(expanded, 'Resources', id))).toBe('AutoPublishAlias: live');
    }
  });
});

test('a local definition is where its packaged form will be', () => {
  const reader = { kind: () => 'file' as const, text: () => '', fingerprint: () => 'abc' };
  const { template } = expand(machine('DefinitionUri: machine.asl.json'), { reader, artifacts: { bucket: 'mine' } });
  expect(getIn(template, 'Resources', 'Machine', 'Properties', 'DefinitionS3Location')).toEqual({
    Bucket: 'mine',
    Key: 'abc',
  });
});

test('no value of a property is beyond it', () => {
  for (const name of Object.keys(stateMachineProperties)) {
    for (const value of oddValues) {
      for (const whole of [value, [value], { A: value }, { Bucket: value, Key: value }, { Enabled: value }]) {
        for (const more of [{}, { AutoPublishAlias: 'live' }, { Policies: ['a'], Tracing: { Enabled: true } }]) {
          const Properties = { DefinitionUri: 's3://b/k', ...more, [name]: whole };
          const { problems } = expand({
            Resources: { M: { Type: 'AWS::Serverless::StateMachine', Properties } },
          } as never);
          expect(problems.filter(({ code }) => code === 'internal-error')).toEqual([]);
        }
      }
    }
  }
});

test('tags are handed on where only the deployment knows whether they shall be', () => {
  const template = machine('Definition: {StartAt: A}\nTags: {a: b}\nPropagateTags: !Ref Handed\n');
  const tags = getIn(expand(template).template, 'Resources', 'MachineRole', 'Properties', 'Tags');
  expect(tags).toEqual([{ Key: 'a', Value: 'b' }]);
});

test('an alias that makes no logical id is blamed on the resource that would have it', () => {
  const { problems } = expand(machine('Definition: {StartAt: A}\nAutoPublishAlias: not-good\n'));
  expect(problems).toMatchObject([{ code: 'invalid-alias', line: 6, logicalId: 'MachineAliasnot-good' }]);
});

test('a state machine that is given up does not hide what is wrong with its events', () => {
  const { problems } = expand(machine('Role: arn\nEvents:\n  A: {Type: Apy}\n'));
  expect(problems.map(({ code }) => code)).toEqual(['missing-definition', 'unknown-event-type']);
});
