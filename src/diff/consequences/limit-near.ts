import { budgetOf } from '../../lint/budget.ts';
import { writtenResources } from '../../lint/expanded-view.ts';
import type { Side } from '../side.ts';
import { defineConsequence } from './consequence.ts';

/** From this part of a limit on it is reported. */
const near = 0.9;

/** A template that is too large for a request goes through S3 without anybody doing anything. */
const harmless: ReadonlySet<string> = new Set(['bytes in a request']);

export default defineConsequence({
  id: 'limit-near',
  level: 'warning',
  title: 'The template approaches a documented limit',
  description:
    'More than nine tenths of a limit of CloudFormation, Lambda, IAM or API Gateway are used, and more than before. `synth lint --budget` shows all limits.',
  *find(cx) {
    const before = new Map(
      linesOf(cx.before).map((line) => [`${line.name} ${cx.partner(line.owner) ?? line.owner}`, line]),
    );
    for (const { name, owner, used, limit } of linesOf(cx.after)) {
      const former = before.get(`${name} ${owner}`)?.used ?? 0;
      if (used < near * limit || used <= former || harmless.has(name)) continue;
      const whose = owner === 'template' ? 'The template' : `'${owner}'`;
      yield {
        text: `${whose} uses ${used} of ${limit} ${name}${former > 0 ? ` (${former} before)` : ''}${used > limit ? ': AWS refuses more than the limit' : ''}.`,
        level: used > limit ? 'error' : 'warning',
        kinds: used > limit ? ['refused'] : [],
        resource: owner === 'template' ? '' : owner,
        at: owner === 'template' ? undefined : cx.now.resource(owner)?.at,
      };
    }
  },
});

const linesOf = ({ attempt }: Side) =>
  budgetOf(attempt, writtenResources({ ...attempt, resources: attempt.resources.values() }), undefined).lines;
