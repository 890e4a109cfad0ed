import { defineRule } from '../../model/rule.ts';
import { utf8Length } from '../facts/utf8.ts';

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
    over: "The environment variables of '{id}' take {atLeast}{bytes} bytes; Lambda takes at most {maximum}.",
    near: "The environment variables of '{id}' take {atLeast}{bytes} of {maximum} bytes.",
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const all = fn.all('Environment', 'Variables', '*');
    if (all.length === 0) return;
    const known = fn.strings('Environment', 'Variables', '*');
    const names = new Set(all.map(({ path }) => String(path[path.indexOf('Variables') + 1])));
    let bytes = 0;
    for (const name of names) {
      const values = known.filter(({ path }) => path.includes(name)).map(({ value }) => utf8Length(value));
      // Of several branches only one is deployed: the smallest is certain.
      bytes += utf8Length(name) + (values.length === 0 ? 0 : Math.min(...values));
    }
    if (bytes < near) return;
    const data = { id: fn.id, bytes, maximum, atLeast: known.length < all.length ? 'at least ' : '' };
    const at = fn.keyPlace('Environment', 'Variables');
    if (bytes > maximum) cx.report('over', at, { data });
    else cx.report('near', at, { data, level: 'warning' });
  },
});
