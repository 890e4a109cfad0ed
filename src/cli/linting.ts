/** What `synth lint` needs: a bundle of its own, which the other commands do not have to load. */
export { runBudget } from './commands/budget.ts';
export { runLint } from './commands/lint.ts';
export { explainRule, listRules } from './commands/rules.ts';
export { useImporter } from './import-module.ts';
