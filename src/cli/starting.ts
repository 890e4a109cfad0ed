/** What `synth init` needs; the others do not run it. */
export { runInit } from './commands/init.ts';
