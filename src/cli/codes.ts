import type { CodeDocs } from '../model/code-doc.ts';

/** What is documented of the codes of the command. */
export const configurationCodes: CodeDocs = {
  'invalid-config': {
    title: 'Configuration that does not fit its schema',
    why: 'A key or value that the configuration does not have would be without effect.',
    cure: 'Write what `schemas/synth.config.schema.json` allows. An editor that knows YAML schemas checks it while you type.',
    source: 'The README, under configuration',
    example: {
      in: 'configuration',
      fails: 'rules:\n  lambda-timeout-range: ‹fatal›',
      passes: 'rules:\n  lambda-timeout-range: error',
    },
  },
  'unknown-rule': {
    title: 'Setting for a code that does not exist',
    why: 'The setting has no effect. The code may be misspelt, or belong to a plugin that is not listed.',
    cure: 'Correct the code; `synth lint --list-rules` lists all. Rules of your own come with `plugins`.',
    source: 'The README, under configuration',
    example: {
      in: 'configuration',
      fails: 'rules:\n  ‹lambda-timeout›: off',
      passes: 'rules:\n  lambda-timeout-range: off',
    },
  },
  'fixed-level': {
    title: 'Level of an error that stops the expansion',
    why: 'Errors of the transform are what AWS refuses when it expands the template. There is no output while there are any, so they cannot be switched off.',
    cure: 'Remove the setting and correct the template.',
    source: 'The README, under configuration',
    example: { in: 'configuration', fails: 'rules:\n  ‹yaml-syntax›: off', passes: 'rules:\n  duplicate-key: off' },
  },
  'invalid-option': {
    title: 'Option that a rule does not take',
    why: 'A misspelt option is without effect, and one of the wrong type makes the rule say what is not so.',
    cure: 'Write the option as `synth lint --explain RULE` lists it.',
    source: 'The README, under configuration',
    example: {
      in: 'configuration',
      fails: 'rules:\n  events-rules-per-bus: {options: {‹qouta›: 100}}',
      passes: 'rules:\n  events-rules-per-bus: {options: {quota: 100}}',
    },
  },
  'unknown-parameter': {
    title: 'Value for a parameter that no template has',
    why: 'The value has no effect. The name may be misspelt, or the parameter may be missing from the template.',
    cure: 'Correct the name, declare the parameter, or remove the value where it was given: on the command line, in `synth.config.yaml` or in `samconfig.toml`.',
    source: 'docs/configuration.md',
    example: { none: 'It depends on the values that are given beside the template.' },
  },
  'untrusted-plugins': {
    title: 'Plugins that were not loaded',
    why: 'A configuration above the repository, or of another user, may have been put there by somebody else; the code that it names is not run. Its settings hold.',
    cure: 'Name the configuration with `--config` where it is yours, or put one into the repository.',
    source: 'docs/plugins.md',
    example: { none: 'It depends on where the configuration lies and on whose it is.' },
  },
};
