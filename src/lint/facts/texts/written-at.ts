import type { Cause } from '../../../model/origin.ts';

/** Whether the source shows a text at a place; in documents that SAM generates it does not. */
export const isWrittenAt = (text: string, at: Cause | undefined): boolean =>
  at === undefined || at.source.text.slice(at.start, at.end).includes(text);
