import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/diff/report/json.ts';
import { toMarkdown } from '../../src/diff/report/markdown.ts';
import { toText } from '../../src/diff/report/text.ts';
import { changeOf } from './sides.ts';

const template = (transform: string, properties: string, beside = ''): string => `Transform: ${transform}
Resources:
  Q: {Type: AWS::SQS::Queue, ${beside}Properties: {QueueName: q, ${properties}}}
`;
const call = (value: number): string => `Fn::Transform: {Name: Mine, Parameters: {A: ${value}}}`;

/** The change as reports take it. */
const change = (before: string, after: string) => ({
  name: 't.yaml',
  from: 'a',
  to: 'b',
  change: changeOf(before, after),
  consequences: [],
});

describe('a macro that the deployment runs', () => {
  it('is named once, for what it does is not known', () => {
    const diff = change(
      template('[Own, AWS::Serverless-2016-10-31]', call(1)),
      template('Own', `${call(1)}, DelaySeconds: 5`),
    );
    const sentence = "The macros 'Mine' and 'Own' run at the deployment; what they change is not known here.";
    expect(toText(diff, false)).toContain(`1 changed\n${sentence}\n`);
    expect(toMarkdown([diff])).toContain(sentence.replaceAll("'", '`'));
    expect(JSON.parse(toJson([diff])).templates[0].macros).toEqual(['Mine', 'Own']);
  });

  it('is not named where there is none but those of synth', () => {
    const transform = '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]';
    const diff = change(
      template(transform, 'DelaySeconds: 1'),
      template('AWS::Serverless-2016-10-31', 'DelaySeconds: 2'),
    );
    expect(toText(diff, false)).not.toContain('macro');
    expect(JSON.parse(toJson([diff])).templates[0].macros).toEqual([]);
    expect(diff.change.compared.sections).toEqual([]);
  });

  it('perhaps changes the resource that it is called in, when it is called otherwise', () => {
    for (const [before, after] of [
      [template('[]', call(1)), template('[]', call(2))],
      [template('[]', 'DelaySeconds: 1'), template('[]', `DelaySeconds: 1, ${call(1)}`)],
      [template('[]', '', `${call(1)}, `), template('[]', '', `${call(2)}, `)],
    ] as const) {
      expect(changeOf(before, after).compared.resources).toMatchObject([{ id: 'Q', fate: 'changed', certain: false }]);
    }
    const whole = (value: number) => `Resources: {T: {Type: AWS::SNS::Topic}, ${call(value)}}`;
    expect(changeOf(whole(1), whole(2)).compared.resources).toMatchObject([
      { id: 'Fn::Transform', fate: 'changed', certain: false },
    ]);
    expect(changeOf(whole(1), whole(1)).compared.resources).toEqual([]);
  });

  it('of the whole template counts by its name and parameters, with its place', () => {
    const sections = (before: string, after: string) =>
      changeOf(template(before, ''), template(after, '')).compared.sections.map(({ section, path, at }) => [
        section,
        path.join('.'),
        at?.source.text.slice(at.start, at.end),
      ]);
    expect(sections('Own', '[Own]')).toEqual([]);
    expect(sections('Own', '{Name: Own}')).toEqual([]);
    expect(sections('[A, B]', '[A, C]')).toEqual([
      ['Transform', 'B', undefined],
      ['Transform', 'C', 'C'],
    ]);
    expect(sections('{Name: Own, Parameters: {X: 1}}', '{Name: Own, Parameters: {X: 2}}')).toEqual([
      ['Transform', 'Own.Parameters.X', '2'],
    ]);
  });
});

describe('other sections with an effect', () => {
  it('count', () => {
    const rules = (text: string) =>
      `Rules: {R: {Assertions: [{Assert: !Equals [a, a], AssertDescription: ${text}}]}}\nResources: {T: {Type: AWS::SNS::Topic}}\n`;
    expect(changeOf(rules('x'), rules('y')).compared.sections).toMatchObject([
      { section: 'Rules', path: ['R', 'Assertions', 0, 'AssertDescription'] },
    ]);
  });
});
