import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test changes what another could see; loading the engine anew for each file takes most of the time otherwise.
    isolate: false,
    // By default one processor would have nothing to do.
    maxWorkers: availableParallelism(),
    // The tests of the command run what is published.
    globalSetup: 'test/build-command.ts',
    // Some walk through hundreds of templates, and machines are busy.
    testTimeout: 60_000,
  },
});
