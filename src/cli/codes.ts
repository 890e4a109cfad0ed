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
};
