// Expands or lints the texts that it is sent, and answers with the time that it took the processor, in milliseconds.
import { parentPort } from 'node:worker_threads';
import { expand, lint } from '../../dist/node.js';

parentPort.on('message', ({ text, kind }) => {
  const before = process.cpuUsage();
  const { problems } = kind === 'lint' ? lint(text) : expand(text);
  const { user, system } = process.cpuUsage(before);
  const failed = problems.find(({ code }) => code === 'internal-error');
  parentPort.postMessage({ time: (user + system) / 1000, failed: failed?.message });
});
