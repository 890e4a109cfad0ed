import type { FailOn } from '../../diff/report/summary.ts';

export const diffFormats = ['text', 'json', 'markdown', 'sarif', 'mermaid'] as const;

/** What `--fail-on` takes. */
export const failKinds: readonly FailOn[] = ['replaced', 'removed', 'widened', 'unmoved', 'any', 'changed'];

export const reviewFormats = ['text', 'json', 'markdown', 'mermaid'] as const;
