#!/usr/bin/env node
const commands = new Set([
  'explain',
  'lint',
  'diff',
  'review',
  'build',
  'convert',
  'appspec',
  'init',
  'snapshot',
  'completion',
]);

require('./load.js')
  .load(process.argv.slice(2).find((word) => commands.has(word)) ?? 'expand')
  .main((url) => import(url));
