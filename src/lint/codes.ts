import type { CodeDocs } from '../model/code-doc.ts';

const queue = (comment: string): string =>
  `Orders:\n  Type: AWS::SQS::Queue\n  Properties:\n    MessageRetentionPeriod: 30${comment}`;

/** What is documented of the codes of the linter itself. */
export const suppressionCodes: CodeDocs = {
  'unused-suppression': {
    title: 'Suppression of something that is not found',
    why: 'A suppression that silences nothing hides the next finding of that rule, which nobody has judged.',
    cure: 'Remove it.',
    source: 'The README, under the linter',
    example: {
      in: 'resources',
      fails: `Orders:\n  Type: AWS::SQS::Queue\n  Properties:\n    MessageRetentionPeriod: 60 ‹# synth-ignore sqs-attribute-range: short-lived`,
      passes: 'Orders:\n  Type: AWS::SQS::Queue\n  Properties:\n    MessageRetentionPeriod: 60',
    },
  },
  'suppression-without-reason': {
    title: 'Suppression without a reason',
    why: 'Whoever reads the template later cannot tell whether the suppression still holds.',
    cure: 'Add the reason behind a colon.',
    source: 'The README, under the linter',
    example: {
      in: 'resources',
      fails: queue(' ‹# synth-ignore sqs-attribute-range'),
      passes: queue(' # synth-ignore sqs-attribute-range: the emulator of our tests takes it'),
    },
  },
};
