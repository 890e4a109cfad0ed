import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { processorTime } from '../processor-time.ts';

const found = (text: string, only?: string[]) =>
  lint(text, { path: 't.yaml', ...(only && { only }) })
    .problems.filter(({ code }) => /suppression|timeout-range/.test(code))
    .map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);

const fn = (timeout: string, above = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: |
        # synth-ignore is no comment here
        x
      Handler: index.a
      Runtime: nodejs22.x
${above}      Timeout: ${timeout}
`;
const range = "11:16 lambda-timeout-range 'Timeout' is 901; it must be an integer from 1 to 900 seconds.";

describe('suppressions', () => {
  it.each([
    fn('901 # synth-ignore lambda-timeout-range: why'),
    fn('901 # as agreed # synth-ignore lambda-memory-range, lambda-timeout-range: why').replace(
      'lambda-memory-range, ',
      '',
    ),
    fn('901', '      # synth-ignore lambda-timeout-range: why\n\n      # it takes long\n'),
    fn('901').replace('  Fn:', '  Fn: # synth-ignore lambda-timeout-range: why'),
    fn('901').replace(
      '    Properties:',
      '    Metadata: {synth: {ignore: [{rule: lambda-timeout-range, reason: why}]}}\n    Properties:',
    ),
    fn('901 # synth-ignore lambda-timeout-range: why').replaceAll('\n', '\r\n'),
  ])('silence what they name', (text) => expect(found(text)).toEqual([]));

  it.each([
    [
      '901 # synth-ignore lambda-timeout-rang: why',
      "11:20 unknown-suppression There is no rule 'lambda-timeout-rang', so nothing is silenced. Did you mean 'lambda-timeout-range'?",
    ],
    ['901 # synth-ignore typo: why', "11:20 unknown-suppression There is no rule 'typo', so nothing is silenced."],
    [
      '901 # synth-ignore',
      "11:20 malformed-suppression No rule is named, so nothing is silenced. Write it as '# synth-ignore rule-id: reason'.",
    ],
    [
      '901 # synth-ignore: it is slow',
      "11:20 malformed-suppression No rule is named, so nothing is silenced. Write it as '# synth-ignore rule-id: reason'.",
    ],
    [
      '901 # synth-ignore-next-line lambda-memory-range: why',
      "11:20 malformed-suppression There is no 'synth-ignore-next-line': a suppression is for its own line, alone above a line for that, and on the first line of a resource for all of it, so nothing is silenced. Write it as '# synth-ignore lambda-memory-range: reason'.",
    ],
    [
      '901 # synth-ignore-file',
      "11:20 malformed-suppression There is no 'synth-ignore-file': a suppression is for its own line, alone above a line for that, and on the first line of a resource for all of it, so nothing is silenced. Write it as '# synth-ignore rule-id: reason'.",
    ],
    [
      '901 # synth-ignore lambda-timeout-range it is slow',
      "11:20 malformed-suppression A ':' is missing between the rule and the reason, so nothing is silenced. Write it as '# synth-ignore lambda-timeout-range: reason'.",
    ],
    [
      '901 # Synth_Ignore lambda-timeout-range: why',
      "11:20 malformed-suppression The word is 'synth-ignore', so nothing is silenced. Write it as '# synth-ignore lambda-timeout-range: reason'.",
    ],
  ])('that are misspelt or malformed are told: %s', (timeout, told) => {
    expect(found(fn(timeout))).toEqual([range, told]);
    expect(found(fn(timeout), ['lambda-timeout-range'])).toEqual([range, told]);
  });

  it.each([
    [
      'ignore: lambda-timeout-range',
      "'ignore' must be a list of rules. Write it as 'ignore: [{rule: rule-id, reason: why}]'.",
    ],
    ['ignore: [5]', "An item must name a rule. Write it as 'ignore: [{rule: rule-id, reason: why}]'."],
    ['ignore: [{rules: a}]', "An item must name a rule. Write it as 'ignore: [{rule: rule-id, reason: why}]'."],
  ])('in the metadata too: %s', (setting, told) => {
    const text = fn('3').replace('    Properties:', `    Metadata: {synth: {${setting}}}\n    Properties:`);
    expect(found(text)).toEqual([expect.stringContaining(`malformed-suppression ${told}`)]);
  });

  it('that silence nothing, or give no reason, are told as before', () => {
    expect(found(fn('3 # synth-ignore lambda-timeout-range: why'))[0]).toContain('unused-suppression');
    expect(found(fn('901 # synth-ignore lambda-timeout-range'))[0]).toContain('suppression-without-reason');
    expect(found(fn('3 # synth-ignore lambda-timeout-range: why'), ['lambda-memory-range'])).toEqual([]);
  });

  it('take no longer where thousands stand below each other', () => {
    const milliseconds = processorTime(() => {
      found(fn('901', '      # synth-ignore lambda-timeout-range: why\n'.repeat(20_000)));
    });
    expect(milliseconds).toBeLessThan(5000);
  });
});
