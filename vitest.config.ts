import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests of the command run what is published.
    globalSetup: 'test/build-command.ts',
    // Some walk through hundreds of templates, and machines are busy.
    testTimeout: 60_000,
  },
});
