/** What `synth snapshot` needs: a bundle of its own, which the other commands do not have to load. */
export { runSnapshot } from './commands/snapshot.ts';
