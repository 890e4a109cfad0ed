import { defineRule } from '../../model/rule.ts';
import { environmentSize } from '../facts/functions/environment.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';

const maximum = 4096;
/** 90 % of it: the next variable may be the one too many. */
const near = 3686;

export const lambdaEnvSize = defineRule({
  id: 'lambda-env-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Environment variables exceed 4 KB',
  description:
    'Names and values of all environment variables of a function together take at most 4,096 bytes in UTF-8, those of `Globals` included. Values known only at deploy time count nothing here, so the real sum is at least the one reported. Keep large values in Parameter Store, Secrets Manager or AppConfig.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  messages: {
    over: "The environment variables of '{id}' take {atLeast}{bytes} bytes, {excess} more than the {maximum} that Lambda takes; keep large values in Parameter Store, or read them from S3.",
    near: "The environment variables of '{id}' take {atLeast}{bytes} of {maximum} bytes.",
  },
  example: {
    in: 'function',
    fails: () => `Environment:\n  ‹Variables›:\n${notes(60)}`,
    passes: () => `Environment:\n  Variables:\n${notes(2)}`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['Environment'],
  check(fn, cx) {
    for (const { value, path } of fn.all('Environment', 'Variables')) {
      if (!isPlainMap(value)) continue;
      const { bytes, complete } = environmentSize(value, cx);
      if (bytes < near) continue;
      const data = { id: fn.id, bytes, maximum, excess: bytes - maximum, atLeast: complete ? '' : 'at least ' };
      const at = headOf(fn, path);
      if (bytes > maximum) cx.report('over', at, { data });
      else cx.report('near', at, { data, level: 'warning' });
    }
  },
});

const notes = (count: number): string => {
  const text = 'x'.repeat(80);
  return Array.from({ length: count }, (_, at) => `    NOTE${at}: ${text}\n`).join('');
};
