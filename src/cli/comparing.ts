/** What `synth diff` needs: a bundle of its own, which the other commands do not have to load. */
export { runDiff } from './commands/diff.ts';
