import type { Json } from '../../../model/tree.ts';

/** The service of a literal ARN: `sqs` of `arn:aws:sqs:…`; undefined for anything else. */
export const serviceOfArn = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? /^arn:[^:]*:([^:]+):/.exec(value)?.[1] : undefined;
