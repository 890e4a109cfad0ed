/** What `synth convert` and `synth appspec` need: a bundle of its own, which the other commands do not have to load. */
export { runAppSpec } from './commands/appspec.ts';
export { runConvert } from './commands/convert.ts';
