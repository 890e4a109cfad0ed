import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { toGithub } from '../../src/report/github.ts';
import { toGitlab } from '../../src/report/gitlab.ts';
import { toJson } from '../../src/report/json.ts';
import { toJunit } from '../../src/report/junit.ts';
import { toSarif } from '../../src/report/sarif.ts';

const place = { line: 3, column: 5, endLine: 3, endColumn: 9 };
const problems: Problem[] = [
  {
    code: 'a-rule',
    level: 'error',
    message: 'Bad: 100% <wrong>, "really"',
    file: 'dir/a b.yaml',
    ...place,
    logicalId: 'Fn',
    fix: { safety: 'unsafe', edits: [{ ...place, text: '900' }] },
  },
  {
    code: 'b-rule',
    level: 'warning',
    message: 'two\nlines',
    file: 'b.yaml',
    ...place,
    related: [{ ...place, line: 1 }],
  },
  { code: 'c-rule', level: 'info', message: 'no file' },
];
const rules = [{ id: 'a-rule', title: 'A', description: 'About a.', source: 'https://example.com/a' }];

describe('json', () => {
  it('reads back as the same problems', () => expect(JSON.parse(toJson(problems))).toEqual({ problems }));
});

describe('sarif', () => {
  const schemaFile = '../shared/schemas/sarif-2.1.0.schema.json';
  const log = JSON.parse(toSarif(problems, rules, '1.2.3'));

  it.runIf(existsSync(schemaFile))('fits the OASIS schema (where the schema is at hand)', () => {
    const { $schema: _dialect, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    validate(log);
    expect(validate.errors).toBeNull();
    expect(validate({ ...log, version: 2 })).toBe(false);
  });

  it('names rule, place, related places and fix', () => {
    const [first, second, third] = log.runs[0].results;
    expect(log.runs[0].tool.driver.rules[first.ruleIndex]).toMatchObject({
      id: 'a-rule',
      helpUri: 'https://example.com/a',
    });
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'dir/a%20b.yaml' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
    });
    expect(first.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('900');
    expect(first.fixes[0].properties).toEqual({ safety: 'unsafe' });
    expect(second).toMatchObject({
      level: 'warning',
      relatedLocations: [{ physicalLocation: { region: { startLine: 1 } } }],
    });
    expect(third).toMatchObject({ level: 'note' });
    expect(third.locations).toBeUndefined();
  });
});

describe('github', () => {
  it('escapes what ends a field or a command', () => {
    expect(toGithub(problems).split('\n')).toEqual([
      '::error file=dir/a b.yaml,line=3,col=5,endLine=3,endColumn=9,title=a-rule::Bad: 100%25 <wrong>, "really"',
      '::warning file=b.yaml,line=3,col=5,endLine=3,endColumn=9,title=b-rule::two%0Alines',
      '::notice title=c-rule::no file',
      '',
    ]);
  });
});

describe('gitlab', () => {
  it('gives every problem a fingerprint of its own that does not depend on its line', () => {
    const moved = problems.map((problem) => ({ ...problem, line: 99 }));
    const prints = (text: string) => JSON.parse(text).map((issue: { fingerprint: string }) => issue.fingerprint);
    expect(new Set(prints(toGitlab([...problems, problems[0]!]))).size).toBe(4);
    expect(prints(toGitlab(moved))).toEqual(prints(toGitlab(problems)));
  });
});

describe('junit', () => {
  const xml = toJunit(problems, ['dir/a b.yaml', 'b.yaml', 'clean.yaml']);

  it('counts failures, and passes clean files', () => {
    expect(xml).toContain('<testsuites name="synth" tests="4" failures="2">');
    expect(xml).toContain('<testcase name="no problems" classname="clean.yaml"/>');
  });

  it('escapes what XML minds', () => {
    expect(xml).toContain('message="Bad: 100% &lt;wrong&gt;, &quot;really&quot;"');
    expect(toJunit([{ code: 'x', level: 'error', message: 'a\u0001b' }], [])).toContain('a\ufffdb');
  });
});

describe('odd names and texts', () => {
  const odd: Problem[] = [
    { code: 'a-rule', level: 'error', message: 'x\ud800\ufffe\uffff\u0085', file: 'a#b?c d%/ü\udc00.yaml', ...place },
    { code: 'a-rule', level: 'error', message: 'x', file: 'C:\\a\\b.yaml', ...place },
  ];

  it('are well-formed references in SARIF', () => {
    const [first, second] = JSON.parse(toSarif(odd, rules, '1.2.3')).runs[0].results;
    const { uri } = first.locations[0].physicalLocation.artifactLocation;
    expect(uri).toBe('a%23b%3Fc%20d%25/%C3%BC%EF%BF%BD.yaml');
    expect(decodeURIComponent(uri)).toBe('a#b?c d%/ü\ufffd.yaml');
    expect(second.locations[0].physicalLocation.artifactLocation.uri).toBe('file:///C:/a/b.yaml');
  });

  it('are characters of XML in JUnit', () => {
    const report = toJunit(odd, []);
    expect(report).toContain('message="x\ufffd\ufffd\ufffd\ufffd"');
    expect(report).toMatch(/^[\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]*$/);
  });

  it('read back as they are in JSON', () => {
    expect(JSON.parse(toJson(odd))).toEqual({ problems: odd });
    expect(toJson(odd)).toMatch(/^[\n\x20-\x7e\xa0-\u2027]*$/);
  });
});
