import { limitsUsed } from '../../lint/budget.ts';
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
    'More than nine tenths of a limit of CloudFormation, Lambda, IAM or API Gateway are used, and more than before. What is over a limit is an error: AWS refuses it. `synth lint --budget` shows all limits.',
  *find(cx) {
    const lines = limitsUsed(cx.after.attempt.expanded).filter(
      ({ name, used, limit }) => used >= near * limit && !harmless.has(name),
    );
    if (lines.length === 0) return;
    const before = new Map(
      limitsUsed(cx.before.attempt.expanded).map((line) => [
        `${line.name} ${cx.partner(line.owner) ?? line.owner}`,
        line,
      ]),
    );
    for (const { name, owner, used, limit } of lines) {
      const former = before.get(`${name} ${owner}`)?.used ?? 0;
      if (used <= former) continue;
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
