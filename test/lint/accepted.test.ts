import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { lint } from '../../src/lint/lint.ts';

const folder = 'test/lint/accepted';

/** Templates as people write them, which CloudFormation takes: no error may be found, and nothing of the language. */
describe('templates that CloudFormation accepts', () => {
  for (const name of readdirSync(folder)) {
    it(name, () => {
      const { problems } = lint(readFileSync(join(folder, name)), {
        path: name,
        region: 'us-east-1',
        specs: bundledSpecs,
        resolveApplication: () => 'https://example.com/application.yaml',
        now: Date.UTC(2026, 10, 30) / 1000,
      });
      const loud = problems.filter(
        ({ level, code }) => level === 'error' || (level === 'warning' && /^cfn-/.test(code)),
      );
      const told = loud.map(({ line, level, code, message }) => `${line} ${level} ${code}: ${message}`);
      expect(told).toEqual([]);
    });
  }
});
