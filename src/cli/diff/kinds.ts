import { kinds } from '../../diff/consequences/consequence.ts';

export const diffFormats = ['text', 'json', 'markdown', 'sarif', 'mermaid'] as const;

/** What `--fail-on` takes, besides the ids of consequences. */
export const failKinds = [...kinds, 'any', 'changed'] as const;

export const reviewFormats = ['text', 'json', 'markdown', 'mermaid'] as const;
