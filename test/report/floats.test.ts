import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expand } from '../../src/index.ts';
import type { Json, JsonMap } from '../../src/model/tree.ts';
import { templateText } from '../../src/packaging/template-text.ts';
import { parse } from '../../src/parse/index.ts';
import { templateJson } from '../../src/report/json-text.ts';
import { toYaml } from '../../src/report/yaml.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';

const expanded = (text: string): JsonMap => expand(text).template as JsonMap;

const template = `Transform: AWS::Serverless-2016-10-31
Parameters: {Version: {Type: String, Default: 1.0}, Zero: {Type: Number, Default: -0.0}, Whole: {Type: Number, Default: 2}}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: 'float 2.0', Tags: [1.50, 30.0, 1.0e+16, 0x10]}}
`;

describe('a number that is written as a fraction', () => {
  it('stays one in JSON', () => {
    const text = templateJson(expanded(template));
    expect(text).toContain('"Default": 1.0\n');
    expect(text).toContain('"Default": -0.0\n');
    expect(text).toContain('"Default": 2\n');
    expect(text.replace(/\s+/g, ' ')).toContain('"Tags": [ 1.5, 30.0, 1e+16, 16 ]');
    expect(text).toContain('"float 2.0"');
    expect(templateText(expanded(template))).toBe(text);
  });

  it('stays one in YAML', () => {
    const text = toYaml(expanded(template));
    expect(text).toContain('Default: 1.0\n');
    expect(text).toContain('Default: -0.0\n');
    expect(text.replace(/\s+/g, ' ')).toContain('- 1.5 - 30.0 - 1.0e+16 - 16');
    const again = parse(text).root;
    expect(templateJson(again)).toBe(templateJson(expanded(template)));
  });

  it('stays one where the template is JSON', () => {
    expect(
      templateJson(expanded('{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Metadata": [1.0, 1e2, 3]}}}')).replace(
        /\s+/g,
        '',
      ),
    ).toContain('[1.0,100.0,3]');
  });
});

/** The numbers of a JSON text in their order, as they are written. */
const numbersIn = (text: string): string[] => text.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[\d.eE+-]*/g) ?? [];

describe('the numbers of an expansion', () => {
  const { folder } = casesFolder();
  it('are written as the reference writes them', () => {
    const wrong = readCases(folder).flatMap(({ name, file, template: text, expected }) => {
      if (!expected.has('aws')) return [];
      const { template: found } = expand(text, {
        path: file,
        region: 'ap-southeast-1',
        parameters: { param1: 'value1', param2: 'value2' },
        resolveApplication: () => 'https://awsserverlessrepo-changesets-xxx.s3.amazonaws.com/signed-url',
      });
      const [wanted, got] = [
        numbersIn(readFileSync(join(folder, name, 'aws.json'), 'utf8')),
        numbersIn(templateJson(found as Json)),
      ].map((numbers) => numbers.sort().join(' '));
      return wanted === got ? [] : [`${name}: ${got} instead of ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });
});
