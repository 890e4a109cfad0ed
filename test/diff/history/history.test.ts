import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffPages } from '../../../scripts/diff-pages.ts';
import { tellHistory } from './run.ts';

const history = tellHistory();

describe('a history of ten commits', () => {
  it.each(history)('$step.subject: $step.consequence', ({ step, json }) => {
    expect(json.templates.flatMap(({ consequences }) => consequences.map(({ id }) => id))).toContain(step.consequence);
  });

  it('is told in docs/diff as it is told now (npm run diff-docs)', () => {
    expect(history).toHaveLength(10);
    for (const [name, text] of diffPages(history)) {
      const file = `docs/diff/${name}`;
      expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined, file).toBe(text);
    }
  });
});
