import { describe, expect, it } from 'vitest';
import { fix, lint } from '../../src/index.ts';
import { defineRule } from '../../src/model/rule.ts';

const template = `Resources:
  Queue: {Type: AWS::SQS::Queue}
`;

/** What is said of options, and nothing of the template. */
const said = (options: unknown): string[] =>
  lint(template, { specs: undefined, ...(options as object) })
    .problems.filter(({ line }) => line === undefined)
    .map(({ code, level, message }) => `${level} ${code} ${message}`)
    .filter((text) => !text.includes('no-specs') && !text.includes('specification'));

describe('the configuration that a caller of the library gives', () => {
  it('is refused where a preset, level or shape is none that there is', () => {
    const wanted = "'error', 'warning', 'info', 'off', or an object with 'level' and 'options'";
    for (const [config, message] of [
      [{ preset: 'stict' }, "'config.preset' must be one of recommended, strict, errors."],
      [{ preset: 5 }, "'config.preset' must be one of recommended, strict, errors."],
      [{ rules: { 'lambda-timeout-range': 'fatal' } }, `'config.rules.lambda-timeout-range' must be ${wanted}.`],
      [
        { rules: { 'lambda-timeout-range': { lvl: 'error' } } },
        `'config.rules.lambda-timeout-range' must be ${wanted}.`,
      ],
      [{ rules: ['a'] }, "'config.rules' must be an object with a setting for each rule."],
      [{ overrides: {} }, "'config.overrides' must be a list."],
      [{ overrides: [{ files: 'x', rules: {} }] }, "'config.overrides.0.files' must be a list of patterns."],
      [{ overrides: [{ files: [] }] }, "'config.overrides.0.rules' must be an object with a setting for each rule."],
    ] as const) {
      expect(said({ config })).toEqual([`error wrong-option-value ${message}`]);
      const fixed = fix(template, { config: config as never });
      expect([fixed.text, fixed.problems.map(({ code }) => code)]).toEqual([template, ['wrong-option-value']]);
    }
  });

  it('is refused where a pattern stands for too many patterns', () => {
    const files = ['{a,b}.yaml', '{a,b}'.repeat(10)];
    expect(said({ config: { overrides: [{ files, rules: {} }] } })).toEqual([
      "error wrong-option-value The pattern '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}' stands for more than 1000 patterns.",
    ]);
  });

  it('is told of names that are not there, and used for the rest', () => {
    expect(said({ config: { rules: { 'lambda-timeout-rang': 'off' } } })).toEqual([
      "warning unknown-rule There is no rule 'lambda-timeout-rang'. Did you mean 'lambda-timeout-range'?",
    ]);
    expect(said({ config: { presets: 'strict' } })).toEqual([
      "warning unknown-option 'config' has no 'presets'; it has preset, rules and overrides. Did you mean 'preset'?",
    ]);
    expect(said({ only: ['lambda-timeout-rang'] })).toEqual([
      "warning unknown-rule There is no rule 'lambda-timeout-rang'. Did you mean 'lambda-timeout-range'?",
    ]);
  });

  it('is refused where an option or a level is not for its rule', () => {
    expect(said({ config: { rules: { 'events-rules-per-bus': { options: { qouta: 1 } } } } })).toEqual([
      "error invalid-option 'qouta' is not an option of 'events-rules-per-bus'. Did you mean 'quota'?",
    ]);
    expect(said({ config: { rules: { 'yaml-syntax': 'off' } } })[0]).toMatch(/^error fixed-level 'yaml-syntax'/);
  });

  it('is fine where it is right, with rules of the caller too', () => {
    const rule = defineRule({
      id: 'own-rule',
      level: 'info',
      category: 'style',
      stage: 'source',
      title: 'a',
      description: 'a',
      source: 'a',
      messages: { a: 'a' },
      on: ['AWS::SQS::Queue'],
      check() {},
    });
    const config = {
      preset: 'strict',
      rules: { 'own-rule': 'error', 'duplicate-key': 'off', 'lambda-timeout-range': { level: 'info' } },
      overrides: [{ files: ['*.yaml'], rules: { 'cfn-stateful-deletion-policy': false } }],
    };
    expect(said({ config, rules: [rule], only: ['own-rule'] })).toEqual([]);
  });
});
