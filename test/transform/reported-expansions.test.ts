import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expand } from '../../src/expand.ts';
import { fileReader } from '../../src/files/reader.ts';
import type { Json } from '../../src/model/tree.ts';

const folder = '../shared/reports/expand';
const names = existsSync(folder)
  ? readdirSync(folder).flatMap((name) => /^(.*)\.want\.json$/.exec(name)?.[1] ?? [])
  : [];

const expanded = (file: string) => {
  const { template, problems } = expand(readFileSync(file, 'utf8'), { path: file, reader: fileReader(dirname(file)) });
  expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
  return template!;
};

describe('expansions that were reported as wrong', () => {
  if (names.length === 0) it.skip(`are not at hand: there is no ${folder}`);

  for (const name of names) {
    const file = join(folder, `${name}.yaml`);
    if (!existsSync(file)) continue;
    it(name, () => {
      const template = expanded(file);
      expect(template).toMatchObject(JSON.parse(readFileSync(join(folder, `${name}.want.json`), 'utf8')));
      const literal = join(folder, 'literal-forms', `${name}.yaml`);
      if (existsSync(literal)) {
        const { Resources } = expanded(literal);
        expect(Object.keys(template.Resources).sort()).toEqual(Object.keys(Resources).sort());
      }
    });
  }
});

const extended = (properties: string, transforms = '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]') =>
  expand(`Transform: ${transforms}
Parameters:
  Stage: {Type: String, Default: test}
  Secret: {Type: String, Default: x, NoEcho: true}
Conditions: {IsProd: !Equals [!Ref Stage, prod]}
Mappings: {Code: {test: {uri: 's3://bucket/test.zip'}}}
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
${properties}`);

const messages = ({ problems }: { problems: readonly { level: string; message: string }[] }): string[] =>
  problems.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('AWS::LanguageExtensions before the SAM transform', () => {
  it.each([
    ["!Sub 's3://bucket/${Stage}.zip'", 'test.zip'],
    ['!FindInMap [Code, !Ref Stage, uri]', 'test.zip'],
    ["!If [IsProd, 's3://bucket/prod.zip', 's3://bucket/dev.zip']", 'dev.zip'],
    ["!Join ['', ['s3://bucket/', !Ref Stage]]", 'test'],
  ])('gives the values of functions that the SAM transform does not take: CodeUri: %s', (uri, key) => {
    const { template } = extended(`      CodeUri: ${uri}\n`);
    expect(template!.Resources['Worker']!.Properties!['Code']).toEqual({ S3Bucket: 'bucket', S3Key: key });
  });

  it('leaves functions where the SAM transform takes them', () => {
    const { template } = extended("      InlineCode: x\n      FunctionName: !Sub '${Stage}-worker'\n");
    expect(template!.Resources['Worker']!.Properties!['FunctionName'] as Json).toEqual({
      'Fn::Sub': '${Stage}-worker',
    });
  });

  it('gives no value that is not known or must stay hidden', () => {
    expect(messages(extended("      CodeUri: !Sub 's3://bucket/${Secret}'\n"))).toEqual([
      expect.stringContaining("'CodeUri' is an intrinsic function"),
    ]);
    expect(messages(extended("      CodeUri: !Sub 's3://bucket/${Other.Arn}'\n"))).not.toEqual([]);
  });

  it('does not where it comes after', () => {
    const after = extended(
      "      CodeUri: !Sub 's3://bucket/${Stage}'\n",
      '[AWS::Serverless-2016-10-31, AWS::LanguageExtensions]',
    );
    expect(messages(after)).not.toEqual([]);
  });
});
