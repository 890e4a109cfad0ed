import { get } from '../../model/tree.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'function-stopped',
  level: 'error',
  kinds: ['broken'],
  title: 'A function can no longer be invoked, because it gets no concurrency',
  description:
    '`ReservedConcurrentExecutions: 0` stops a function: Lambda throttles every invocation, of all versions and aliases.',
  *find(cx) {
    for (const change of cx.changes('AWS::Lambda::Function')) {
      if (!change.before || !change.after) continue;
      const reserved = (properties: ReturnType<typeof cx.properties>) =>
        get(properties, 'ReservedConcurrentExecutions');
      if (!isZero(reserved(cx.properties(change.after)))) continue;
      if (isZero(reserved(cx.properties(change.before, cx.before)))) continue;
      const difference = change.differences.find(({ path }) => path[0] === 'ReservedConcurrentExecutions');
      yield {
        text: `${capital(called(change.type, change.id))} can no longer be invoked: 'ReservedConcurrentExecutions' is 0, so that Lambda throttles every call.`,
        cure: "Set 'ReservedConcurrentExecutions' to 1 or more, or remove it, unless the function is to be stopped.",
        resource: change.id,
        at: difference?.at ?? change.at,
      };
    }
  },
});

const isZero = (value: unknown): boolean => value === 0 || value === '0';
