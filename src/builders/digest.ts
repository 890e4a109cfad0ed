import { createHash } from '../files/fingerprint.ts';

/** A digest of texts, which differ where any of them does. */
export const digestOfTexts = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex');
