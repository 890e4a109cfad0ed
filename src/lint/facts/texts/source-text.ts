import { originOf } from '../../../model/origin.ts';
import type { TemplateView } from '../../../model/rule.ts';

/**
 * Whether a template can hold what a pattern finds, by the text of its file: a look that spares most templates a walk.
 * True where other files are included, or where there is no text.
 */
export const mayHold = ({ source }: TemplateView, pattern: RegExp): boolean => {
  const text = originOf(source)?.source.text;
  return text === undefined || pattern.test(text) || text.includes('AWS::Include');
};
