import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

/** Sets the title of a terminal, turns the direction of text, ends a line and begins a command of a CI service. */
const hostile = '\u001b]0;x\u0007\u009b31m\u202e\u2028\r\n::error::x\n##[add-path]x\n##vso[task.x]y';
const name = JSON.stringify(hostile)
  .slice(1, -1)
  .replace(/[^ -~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);

const template = `{
  "Transform": "AWS::Serverless-2016-10-31",
  "Parameters": {"${name}": {"Type": "String"}},
  "Resources": {
    "::add-mask::x": {"Type": "AWS::SQS::Queue"},
    "${name}": {"Type": "AWS::Serverless::SimpleTable", "Properties": {"TableName": "${name}", "${name}": 1}},
    "Role": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "${name}", "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "${name}"}, "Action": "sts:AssumeRole"}]}}},
    "Api": {"Type": "AWS::Serverless::Function", "Properties": {"InlineCode": "::error::x\\n::add-mask::y\\n", "Handler": "index.a", "Runtime": "${name}", "Events": {"${name}": {"Type": "Api", "Properties": {"Path": "/${name}", "Method": "get"}}}}},
    "Fine": {"Type": "AWS::Serverless::SimpleTable", "Properties": {"TableName": "${name}", "Tags": {"${name}": "${name}"}}}
  },
  "Outputs": {"${name}": {"Value": "${name}"}}
}`;
const expandable = `{
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Fine": {"Type": "AWS::Serverless::SimpleTable", "Properties": {"TableName": "::x", "Tags": {"${name}": "${name}"}}},
    "Fn": {"Type": "AWS::Serverless::Function", "Properties": {"InlineCode": "::error::x\\n  ::add-mask::y\\n", "Handler": "index.a", "Runtime": "nodejs22.x", "Description": "${name}", "Events": {"E": {"Type": "Schedule", "Properties": {"Schedule": "rate(1 day)", "Description": "${name}"}}}}}
  },
  "Outputs": {"${name}": {"Value": "${name}"}}
}`;

const folder = folderWith({
  't.json': template,
  'fine.json': expandable,
  'old.json': '{"Resources": {}}',
  [`${hostile.replaceAll('/', '')}.json`]: template,
});
const badFile = `${hostile}.json`;

/** What a terminal would obey, or the runner of a CI service. */
const obeyed = (text: string): string[] =>
  [...text.matchAll(/[\0-\x08\v-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|^[^\S\n]*::.*|##\[|##vso\[/gm)].map(
    ([found]) => JSON.stringify(found),
  );

describe('names that mean something to a terminal', () => {
  it.each([
    [['t.json']],
    [['t.json', '--format', 'yaml']],
    [['fine.json']],
    [['fine.json', '--format', 'yaml']],
    [['fine.json', '--source-map', '/dev/stdout']],
    [['explain', 't.json']],
    [['explain', 'fine.json']],
    [['explain', 'fine.json', '5']],
    [['explain', 'fine.json', `/Outputs/${hostile}/Value`]],
    [['explain', 'fine.json', '/Resources/Fine/Properties/TableName']],
    [['explain', 't.json', hostile]],
    [['lint', 't.json']],
    [['lint', badFile]],
    [['lint', 'fine.json', 't.json', '--format', 'json']],
    [['lint', 'fine.json', 't.json', '--format', 'sarif']],
    [['lint', badFile, '--format', 'sarif']],
    [['lint', badFile, '--format', 'junit']],
    [['lint', badFile, '--format', 'gitlab']],
    [['lint', '--budget', 't.json', 'fine.json', badFile]],
    [['lint', '--budget', '--format', 'json', 'fine.json']],
    [['lint', '--rule', hostile]],
    [['lint', '--explain', hostile]],
    [['lint', '--date', hostile]],
    [['lint', '--max-warnings', hostile]],
    [['lint', '--config', hostile, 't.json']],
    [[hostile]],
    [[`--${hostile}`]],
    [['t.json', '--format', hostile]],
    [['t.json', '--region', hostile]],
    [['t.json', '--parameter', hostile]],
    [['fine.json', '--parameter', `${hostile}=x`]],
    [['t.json', '--parameters', hostile]],
    [['t.json', '--artifacts', hostile]],
    [['fine.json', '-o', `none/${hostile}/\0`.replace('\0', 'x'), '--source-map', '/dev/full']],
    [['diff', 'old.json', 'fine.json']],
    [['review', 'fine.json']],
    [['review', 'fine.json', '--can', hostile, 'Fn']],
  ])('do nothing there: synth %j', (args) => {
    const { out, err } = synth(folder, args);
    expect(out + err).not.toBe('');
    expect(obeyed(out)).toEqual([]);
    expect(obeyed(err)).toEqual([]);
  });

  it('reach GitHub as parts of its commands only', () => {
    const { out } = synth(folder, ['lint', 't.json', badFile, '--format', 'github']);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) file=[^:]*,line=\d+,.*?::/);
      expect(obeyed(line.slice(2))).toEqual([]);
    }
  });
});
