/** What `synth snapshot` needs; the others do not run it. */
export { runSnapshot } from './commands/snapshot.ts';
