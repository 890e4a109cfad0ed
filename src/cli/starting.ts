/** What `synth init` needs: a bundle of its own, which the other commands do not have to load. */
export { runInit } from './commands/init.ts';
