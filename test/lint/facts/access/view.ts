import { attemptOf } from '../../../../src/lint/attempt.ts';
import { expandedView } from '../../../../src/lint/expanded-view.ts';
import type { TemplateView } from '../../../../src/model/rule.ts';
import type { Json } from '../../../../src/model/tree.ts';
import { parse } from '../../../../src/parse/index.ts';

/** The view on the expansion of a template. */
export const viewOf = (text: string, parameters: Readonly<Record<string, Json>> = {}): TemplateView => {
  const { attempt, findings } = attemptOf(parse(text, 'template.yaml'), { path: 'template.yaml', parameters });
  if (!attempt) throw new Error(findings.all.map((finding) => finding.text).join('\n'));
  return expandedView({ ...attempt, resources: [...attempt.resources.values()], file: 'template.yaml' });
};
