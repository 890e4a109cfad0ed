/** What `synth diff` and `synth review` need: a bundle of its own, which the other commands do not have to load. */
export { runDiff } from './commands/diff.ts';
export { runReview } from './commands/review.ts';
