import type { CodeDocs } from '../model/code-doc.ts';

/** What is documented of the codes of the linter itself: of suppressions, and of rules that cannot be run. */
export const lintCodes: CodeDocs = {
  'too-much-text': {
    title: 'More text than the rules read',
    why: 'Functions that contain each other can make texts of any length. The rules together read a limited number of characters, so that every run ends; beyond it they report nothing.',
    cure: 'Put in less, or less often: each level of a function that has the same text twice doubles it.',
    source: 'The README, under the linter',
    example: { none: 'The template would be too long for a page.' },
  },
  'specs-missing': {
    title: 'Published specifications that were not found',
    why: 'The specifications of resource types and IAM actions are files beside the library. A browser has none, and a bundle of the library for Node does not contain them. Without them a misspelt property of a plain resource passes.',
    cure: 'Give the option `specs`, or copy `dist/specs` of the package beside your bundle. Where you want no such checks, switch the code off: `rules: {specs-missing: off}`.',
    source: 'The README, under the library',
    example: { none: 'It is about how the library is installed, not about templates.' },
  },
  'unused-suppression': {
    title: 'Suppression that silences nothing',
    why: 'What it was written for is gone. It would hide the next finding of that rule here, which has not been judged.',
    cure: 'Remove it.',
    source: 'The README, under the linter',
    example: {
      fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic} ‹# synth-ignore lambda-timeout-range: it may take long›
`,
      passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
    },
  },
  'suppression-without-reason': {
    title: 'Suppression without a reason',
    why: 'Whoever reads it later cannot tell whether it still holds.',
    cure: 'Write the reason behind a colon.',
    source: 'The README, under the linter',
    example: {
      in: 'function',
      fails: 'Timeout: 901 ‹# synth-ignore lambda-timeout-range›',
      passes: 'Timeout: 901 # synth-ignore lambda-timeout-range: a quota that we were promised',
    },
  },
  'unknown-suppression': {
    title: 'Suppression of a rule that does not exist',
    why: 'It silences nothing. The rule may be misspelt, or belong to a plugin that is not loaded.',
    cure: 'Correct the name; `synth lint --list-rules` lists all.',
    source: 'The README, under the linter',
    example: {
      fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic} ‹# synth-ignore topic-encryption: nothing secret›
`,
      passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
    },
  },
  'malformed-suppression': {
    title: 'Suppression that is not written as one',
    why: 'It looks as if it silenced something and does not.',
    cure: 'Write `# synth-ignore rule-id: reason`, several rules with commas in between; in `Metadata` write `synth: {ignore: [{rule: rule-id, reason: why}]}`.',
    source: 'The README, under the linter',
    example: {
      fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic} ‹# synth-ignore: nothing secret›
`,
      passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
`,
    },
  },
  'own-rule-failed': {
    title: 'Rule of a plugin that failed',
    why: 'A rule that a plugin or a caller of the library brought broke off; what it would have found here is not known. The other rules ran.',
    cure: 'Correct the rule; the message holds what it threw. `docs/plugins.md` says how rules are tested.',
    source: 'docs/plugins.md',
    example: { none: 'It takes a rule that fails.' },
  },
  'invalid-rule': {
    title: 'Rule that cannot be run',
    why: 'A rule that was handed to `lint` lacks a part, has one of the wrong type, or an id that is taken. It was left out.',
    cure: 'Correct what the message names. `docs/plugins.md` lists the parts of a rule.',
    source: 'docs/plugins.md',
    example: { none: 'It is found in what the library is called with, not in a template.' },
  },
};
