import { describe, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { RuleTester } from '../../src/lint/rule-tester.ts';

/** For rule tests under vitest. */
export const tester = new RuleTester({ describe, it }, bundledSpecs);
