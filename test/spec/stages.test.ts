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
      `2:${places[0]!.column} spec-other-stage The stage 'prod' removes 'Failed'. Let the stage remove or replace what refers to it, too.`,
    ]);
  });

  it('may be declared again, or not be referred to', () => {
    expect(problemsIn('prod', `${work('timeout: 3s')}${removed}`)).toEqual([]);
    const replaced = 'queue Failed:\nstage prod: {queue Failed: null, topic Failed: {fifo: true}}\n';
    expect(problemsIn('prod', work('dead-letter: Failed') + replaced)).toEqual([]);
  });
});
