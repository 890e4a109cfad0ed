import type { TemplateMatchers } from './cli/testing/matchers.ts';

export * from './testing.ts';

// @ts-expect-error: Jest is in the projects that import this, and not in this one.
declare module '@jest/expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends TemplateMatchers<R> {}
}
