import { describe, expect, it } from 'vitest';
import type { LintConfig } from '../../src/lint/config.ts';
import { lint } from '../../src/lint/lint.ts';
import { defineRule, type Rule } from '../../src/model/rule.ts';

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  ...defineRule({
    id,
    level: 'info',
    category: 'style',
    stage: 'source',
    title: id,
    description: id,
    source: id,
    messages: { found: 'Found.' },
    on: ['AWS::SNS::Topic'],
    check: (node, cx) => cx.report('found', node.at),
  }),
  ...more,
});

const warns: Partial<Rule> = { check: (node, cx) => cx.report('found', node.at, { level: 'warning' }) };
const rules = [rule('own-info'), rule('own-warning', warns), rule('own-strict', { strict: ['found'] })];

/** A duplicate key is a warning of the parser, an unknown property of a plain function an error of the transform. */
const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Topic: {Type: AWS::SNS::Topic, Metadata: {a: 1, a: 2}}
  Fn: {Type: AWS::Serverless::Function, Properties: {Handlr: a.b, Handler: a.b, Runtime: nodejs24.x, InlineCode: x}}
`;

const codes = ['own-info', 'own-warning', 'own-strict', 'duplicate-key', 'unknown-property'];

const found = (config: LintConfig, only?: string[]): string[] =>
  lint(template, { rules, config, only })
    .problems.filter(({ code }) => codes.includes(code))
    .map(({ code, level }) => `${code} ${level}`)
    .sort();

describe('levels and presets', () => {
  it('are those of the findings by default, without what is strict', () => {
    const expected = ['duplicate-key warning', 'own-info info', 'own-warning warning', 'unknown-property error'];
    expect(found({})).toEqual(expected);
    expect(found({ preset: 'recommended' })).toEqual(expected);
  });

  it('are errors only with the preset errors', () => {
    expect(found({ preset: 'errors' })).toEqual(['unknown-property error']);
  });

  it('have everything, and no mere information, with the preset strict', () => {
    expect(found({ preset: 'strict' })).toEqual([
      'duplicate-key warning',
      'own-info warning',
      'own-strict warning',
      'own-warning warning',
      'unknown-property error',
    ]);
  });

  it('of the configuration win over the preset, and over the level of a single finding', () => {
    expect(
      found({ preset: 'errors', rules: { 'own-info': 'info', 'own-warning': 'error', 'own-strict': 'info' } }),
    ).toEqual(['own-info info', 'own-strict info', 'own-warning error', 'unknown-property error']);
  });

  it('can be set for codes of the parser and the transform', () => {
    expect(found({ rules: { 'duplicate-key': 'error', 'own-info': false, 'own-warning': 'off' } })).toEqual([
      'duplicate-key error',
      'unknown-property error',
    ]);
    expect(found({ rules: { 'duplicate-key': 'off' } })).not.toContain('duplicate-key warning');
  });

  it('cannot be set for errors of the transform', () => {
    for (const level of ['off', 'warning', false] as const) {
      expect(found({ rules: { 'unknown-property': level } })).toContain('unknown-property error');
    }
  });

  it('run a rule that is asked for by name, strict or not', () => {
    expect(found({}, ['own-strict'])).toContain('own-strict info');
    expect(found({}, ['own-strict'])).not.toContain('own-info info');
  });

  it('count for the files that an override names', () => {
    const config: LintConfig = { overrides: [{ files: ['other.yaml'], rules: { 'duplicate-key': 'off' } }] };
    const run = (path: string) => lint(template, { path, config }).problems.map(({ code }) => code);
    expect(run('template.yaml')).toContain('duplicate-key');
    expect(run('other.yaml')).not.toContain('duplicate-key');
  });
});
