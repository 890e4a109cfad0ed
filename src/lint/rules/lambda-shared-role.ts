import { defineTemplateRule, type ResourceNode } from '../../model/rule.ts';
import { addTo } from '../facts/templates/grouping.ts';

export const lambdaSharedRole = defineTemplateRule({
  id: 'lambda-shared-role',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Execution role shared by several functions',
  description:
    'Functions with one execution role all have the permissions that any of them needs. Give each its own role; SAM makes one from `Policies` when `Role` is left out.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  messages: {
    shared:
      "'{id}' shares its execution role with {others}, so each may do what any of them needs; give every function a role of its own.",
  },
  check(cx) {
    const byRole = new Map<string, ResourceNode[]>();
    for (const fn of cx.resources('AWS::Lambda::Function')) {
      const roles = fn
        .all('Role')
        .map(({ value }) => cx.target(value)?.id ?? JSON.stringify(cx.resolve(value) ?? value));
      for (const role of new Set(roles)) addTo(byRole, role, fn);
    }
    for (const functions of byRole.values()) {
      if (functions.length < 2) continue;
      for (const fn of functions) {
        const others = functions.slice(0, 4).filter((each) => each !== fn);
        const names = others.map(({ id }) => `'${id}'`);
        const more = functions.length - 1 - others.length;
        if (more > 0) names.push(`${more} more`);
        cx.report('shared', fn.place('Role'), {
          data: { id: fn.id, others: names.join(', ') },
          related: others.map((each) => each.place('Role')),
          logicalId: fn.id,
        });
      }
    }
  },
});
