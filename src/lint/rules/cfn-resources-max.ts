import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap } from '../../model/tree.ts';
import { countBy } from '../facts/templates/grouping.ts';

const maximum = 500;
const warnFrom = 450;
const told = 3;

export const cfnResourcesMax = defineTemplateRule({
  id: 'cfn-resources-max',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'More than 500 resources',
  description:
    'A stack has at most 500 resources. What counts is the expanded template: a function with an API event can become five. From 450 on it is a warning. Divide the template into several stacks, or let one function serve several routes.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html; cfn-lint E3010/I3010',
  messages: {
    many: 'The template expands to {count} resources; a stack has at most {maximum}. {sources}Divide it into several stacks.',
    near: 'The template expands to {count} of at most {maximum} resources. {sources}Divide it into several stacks.',
  },
  example: {
    fails: () => `‹Resources›:\n${topics(501)}`,
    passes: () => `Resources:\n${topics(2)}`,
  },
  check(cx) {
    const resources = cx.resources();
    const count = resources.length;
    if (count < warnFrom) return;
    const bySource = [...countBy(resources, ({ id }) => cx.owner(id, undefined).logicalId)];
    const largest = bySource.sort(([, left], [, right]) => right - left).slice(0, told);
    const several = largest.filter(([, made]) => made > 1).map(([id, made]) => `'${id}' (${made})`);
    const sources = several.length === 0 ? '' : `Most come from ${several.join(', ')}. `;
    const section = isMap(get(cx.source, 'Resources')) ? cx.keyOf(cx.source, 'Resources') : undefined;
    cx.report(count > maximum ? 'many' : 'near', section, {
      data: { count, maximum, sources },
      level: count > maximum ? 'error' : 'warning',
      related: largest.map(([id]) => cx.written(id)?.at),
    });
  },
});

const topics = (count: number): string =>
  Array.from({ length: count }, (_, at) => `  T${at}: {Type: AWS::SNS::Topic}\n`).join('');
