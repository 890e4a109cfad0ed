import { describe, expect, it } from 'vitest';
import { code, plain, sentence } from '../../src/diff/report/escape.ts';
import { mostCharacters, pictureOf, toMarkdown } from '../../src/diff/report/markdown.ts';
import type { TemplateDiff } from '../../src/diff/report/summary.ts';
import { toText } from '../../src/diff/report/text.ts';
import { changeOf } from './sides.ts';

const diffOf = (before: string, after: string, name = 'template.yaml'): TemplateDiff => {
  const change = changeOf(before, after);
  return { name, from: 'main', to: 'the working tree', change, consequences: change.consequences };
};

const queues = (count: number, name: (at: number) => string) =>
  `Resources:\n${[...Array(count).keys()].map((at) => `  Q${at}: {Type: AWS::SQS::Queue, Properties: {QueueName: ${name(at)}}}\n`).join('')}`;

it('says in the plural of several resources that they are recreated', () => {
  const template = (name: string) => `Resources:
  A: {Type: AWS::SQS::Queue, Properties: {QueueName: a${name}}}
  B: {Type: AWS::SQS::Queue, Properties: {QueueName: b${name}}}
  Both: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !Sub '\${A}\${B}'}}
  One: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !Ref A}}
`;
  const text = toText(diffOf(template('1'), template('2')), false);
  expect(text).toMatch(/Value: refers to '[AB]' and '[AB]', which are recreated\n/);
  expect(text).toContain("Value: refers to 'A', which is recreated\n");
});

describe('the Markdown of a comparison', () => {
  it('begins with what a job finds it by, and a line that says it all', () => {
    const text = toMarkdown([
      diffOf(
        queues(1, () => 'a'),
        queues(1, () => 'b'),
      ),
    ]);
    expect(text.split('\n').slice(0, 7)).toEqual([
      '<!-- synth diff -->',
      '## Resources: 1 replaced · 1 danger',
      '',
      '### `template.yaml`',
      '',
      'From `main` to `the working tree`: 1 replaced.',
      '',
    ]);
    expect(text).toContain(
      '- 🛑 The queue `Q0` is replaced by an empty one because `QueueName` changes: its messages are lost. _Set `UpdateReplacePolicy: Retain` to keep the old one._ (`new.yaml:2`) <sub>data-lost</sub>\n',
    );
    expect(text).toContain('<details><summary>1 resource</summary>');
  });

  it('shows a mention as it was written, and mentions no one', () => {
    expect(plain('@octocat #1 <b>')).toBe('&#64;octocat \\#1 &lt;b&gt;');
  });

  it('makes no link of an address', () => {
    expect(plain('see https://example.com and www.example.com')).toBe(
      'see https&#58;//example.com and www&#46;example.com',
    );
  });

  it('shows code with the signs that begin and end code', () => {
    expect(code('a')).toBe('`a`');
    expect(code('a`b')).toBe('`` a`b ``');
    expect(code('```')).toBe('```` ``` ````');
  });

  it('tells the quotes of a sentence from those of a value', () => {
    expect(sentence("The role 'A' loses 'b', and 'c'.")).toBe('The role `A` loses `b`, and `c`.');
    expect(sentence("The alarm 'O'Brien's' is replaced because 'Name' changes.")).toBe(
      "The alarm `O'Brien's` is replaced because `Name` changes.",
    );
    expect(sentence("The function's role 'A' loses it.")).toBe("The function's role `A` loses it.");
    expect(sentence("The queue 'a`b' (now 'c') goes.")).toBe('The queue `` a`b `` (now `c`) goes.');
    expect(sentence("It 'never ends, and *this* is text.")).toBe("It 'never ends, and \\*this\\* is text.");
  });

  it('stays within what a comment may hold, and says what it leaves out', () => {
    const long = 'x'.repeat(70);
    const one = toMarkdown(
      [
        diffOf(
          queues(300, (at) => `a${at}${long}`),
          queues(300, (at) => `b${at}${long}`),
        ),
      ],
      [() => pictureOf('y'.repeat(40_000))],
    );
    expect(one.length).toBeLessThanOrEqual(mostCharacters);
    expect(one).toContain('_The picture would make this too long; `synth diff` has everything._');
    expect(one).toContain('300 replaced · 300 dangers');
    const many = toMarkdown(
      [...Array(20).keys()].map((at) =>
        diffOf(
          queues(60, (n) => `a${n}${long}`),
          queues(60, (n) => `b${n}${long}`),
          `t${at}.yaml`,
        ),
      ),
    );
    expect(many.length).toBeLessThanOrEqual(mostCharacters);
    expect(many).toContain('20 templates changed');
  });

  it('lets nothing of a template be a mark-up, a mention or an end of a cell', () => {
    const name = '"@team <img src=x> | `x` **b** [l](http://a) $x$ </details>"';
    const text = toMarkdown([
      diffOf(
        queues(1, () => 'a'),
        queues(1, () => name),
      ),
    ]);
    const outside = text.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
    for (const mark of ['@team', '<img', '**b**', '[l]']) expect(outside).not.toContain(mark);
    expect(outside.match(/<\/details>/g)?.length).toBe(outside.match(/<details>/g)?.length);
  });
});

it('the text of a comparison lets nothing take over the terminal', () => {
  const text = toText(
    diffOf(
      queues(1, () => 'a'),
      queues(1, () => '"\\e[31mb\\u202e"'),
    ),
    false,
  );
  expect(text).not.toMatch(/[\u001b\u202e]/);
});
