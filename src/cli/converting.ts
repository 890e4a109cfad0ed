/** What `synth convert` and `synth appspec` need; the others do not run it. */
export { runAppSpec } from './commands/appspec.ts';
export { runConvert } from './commands/convert.ts';
