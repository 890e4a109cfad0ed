import type { Span } from '../model/origin.ts';

/** What tells one place from all others. */
export const placeKey = ({ source, start, end }: Span): string => `${start} ${end} ${source.file ?? ''}`;
