/** What `synth lint` needs; the others do not run it. */
export { runBudget } from './commands/budget.ts';
export { runLint } from './commands/lint.ts';
export { explainRule, listRules } from './commands/rules.ts';
