/** What `synth diff` and `synth review` need; the others do not run it. */
export { runDiff } from './commands/diff.ts';
export { runReview } from './commands/review.ts';
