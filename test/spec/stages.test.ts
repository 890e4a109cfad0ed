import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../src/catalogue/marks.ts';
import { lower } from '../../src/index.ts';

const problemsIn = (stage: string, text: string): string[] =>
  lower(`synth: 1\n${text}`, { path: 'synth.yaml', stage }).problems.map(
    ({ line, column, code, message }) => `${line}:${column} ${code} ${message}`,
  );

const work = (keys: string): string => `function Work: {code: s3://a/b, handler: a.b, runtime: nodejs22.x, ${keys}}\n`;

describe('a name that a stage removes', () => {
  const removed = 'queue Failed:\nstage prod: {queue Failed: null}\n';

  it.each([
    ['a reference', 'dead-letter: ‹Failed›'],
    ['a gap', "env: {Q: ‹'${Failed.url}'›}"],
  ])('is told from one that does not exist: %s', (_, keys) => {
    const { text, places } = withoutMarks(work(keys) + removed);
    expect(problemsIn('prod', text)).toEqual([
      `2:${places[0]!.column} spec-other-stage The stage 'prod' removes 'Failed' on line 4 of 'synth.yaml'. Let the stage remove or replace what refers to it, too.`,
    ]);
  });

  it('may be declared again, or not be referred to', () => {
    expect(problemsIn('prod', `${work('timeout: 3s')}${removed}`)).toEqual([]);
    const replaced = 'queue Failed:\nstage prod: {queue Failed: null, topic Failed: {fifo: true}}\n';
    expect(problemsIn('prod', work('dead-letter: Failed') + replaced)).toEqual([]);
  });
});

/** Problems of a file in a stage, where `‹…›` marks the places that they stand at. */
const marked = (stage: string, file: string): { found: string[]; places: string[] } => {
  const { text, places } = withoutMarks(`synth: 1\n${file}`);
  const { problems } = lower(text, { path: 'synth.yaml', stage });
  return {
    found: problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`),
    places: places.map(({ line, column }) => `${line}:${column}`),
  };
};

describe('what a stage removes', () => {
  it.each([
    ['a condition that `when` names', 'topic News: {when: ‹C›}', 'condition C'],
    ['a condition in a function', 'topic News: {DisplayName: !If [‹C›, a, b]}', 'condition C'],
    ['a condition of an output', 'output News: {value: a, when: ‹C›}', 'condition C'],
    ['a condition of a condition', 'condition D: !Not [!Condition ‹C›]', 'condition C'],
    ['a parameter in a Ref', 'topic News: {DisplayName: !Ref ‹C›}', 'parameter C'],
    ['a parameter in a Sub', 'topic News: {DisplayName: !Sub ‹"a-${C}"›}', 'parameter C'],
    ['a resource in a GetAtt', 'resource AWS::SNS::Topic News: {DisplayName: !GetAtt ‹C.QueueName›}', 'queue C'],
    ['a resource in DependsOn', 'topic News: {DependsOn: ‹C›}', 'queue C'],
  ])('is not referred to: %s', (_, refers, heading) => {
    const values: Record<string, string> = { 'condition C': '!Equals [a, b]', 'parameter C': 'a', 'queue C': '{}' };
    const file = `${heading}: ${values[heading]}\n${refers}\nstage prod: {${heading}: null}\nstage dev: {}\n`;
    const { found, places } = marked('prod', file);
    expect(found).toEqual([
      `${places[0]} spec-other-stage The stage 'prod' removes 'C' on line 4 of 'synth.yaml'. Let the stage remove or replace what refers to it, too.`,
    ]);
    expect(marked('dev', file).found).toEqual([]);
  });

  it('is removed by null behind a heading that says the kind, too', () => {
    const file = 'synth: 1\nrest Public: {stage: x}\nqueue Jobs:\nstage prod: {rest Public: null}\n';
    const { template, problems } = lower(file, { stage: 'prod' });
    expect(problems).toEqual([]);
    expect(Object.keys(template!.Resources)).toEqual(['Jobs']);
  });
});

describe('an entry without a value in a stage', () => {
  it.each([
    ['a heading', 'table Orders: {key: id}', '‹table Orders›:\n    # key: customer', "'Orders'", "'{}'"],
    ['a heading that says the kind', 'rest Orders: {stage: x}', '‹rest Orders›:', "'Orders'", "'{}'"],
    ['an entry of a section', 'queue Orders:', 'queues:\n    ‹Orders›:', "'Orders'", "'{}'"],
    ['a section', 'queue Orders:', '‹queues›:', "'queues'", "'{}'"],
    ['what has no keys', 'condition Orders: !Equals [a, b]', '‹condition Orders›: # later', "'Orders'", 'take it out'],
  ])('is removed, with a warning: %s', (_, base, over, name, keeps) => {
    const { found, places } = marked('prod', `${base}\ntopic News:\nstage prod:\n  ${over}\n`);
    expect(found).toEqual([
      `${places[0]} spec-stage-no-value ${name} has no value here, so the stage 'prod' removes it. Write 'null' to say so, or ${keeps} to leave it as it is.`,
    ]);
  });

  it('is left as it is with {}, and removed with null', () => {
    const resourcesWith = (value: string): string[] => {
      const { template, problems } = lower(`synth: 1\nqueue Jobs:\ntopic News:\nstage prod: {queue Jobs: ${value}}\n`, {
        stage: 'prod',
      });
      expect(problems).toEqual([]);
      return Object.keys(template!.Resources);
    };
    expect(resourcesWith('{}')).toEqual(['Jobs', 'News']);
    expect(resourcesWith('null')).toEqual(['News']);
    expect(resourcesWith('~')).toEqual(['News']);
  });
});

describe('an entry that is of another kind in a stage', () => {
  it.each([
    ['rest Public: {stage: x}', '‹http Public›: {name: x}', 'a REST API', 'an HTTP API'],
    ['http Public: {name: x}', 'apis: {Public: {‹kind›: rest, stage: x}}', 'an HTTP API', 'a REST API'],
    [
      "resource AWS::SSM::Parameter Public: {Type: String, Value: '1'}",
      '‹resource AWS::SNS::Topic Public›: {}',
      'of the type AWS::SSM::Parameter',
      'of the type AWS::SNS::Topic',
    ],
  ])('is an error: %s', (base, over, before, after) => {
    const { found, places } = marked('prod', `${base}\nstage prod: {${over}}\n`);
    expect(found).toEqual([
      `${places[0]} spec-wrong-kind 'Public' is ${before} in the file itself, but the stage 'prod' makes it ${after}. Keep the kind, or take another name in the stage.`,
    ]);
  });

  it('may say the same kind again', () => {
    expect(marked('prod', 'rest Public: {stage: x}\nstage prod: {rest Public: {stage: y}}\n').found).toEqual([]);
    expect(marked('prod', 'api Public:\nstage prod: {http Public: {name: y}}\n').found).toEqual([]);
  });
});
