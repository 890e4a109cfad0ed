import { ref } from '../../model/intrinsics.ts';
import { get, isList, isMap, type Json } from '../../model/tree.ts';
import type { Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';

/** The keys of conditions that hold an account, and those that hold an ARN, in lower case. */
const ofAccounts: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:sourceaccount',
  'aws:sourceowner',
  'kms:calleraccount',
]);
const ofArns: ReadonlySet<string> = new Set(['aws:principalarn', 'aws:sourcearn']);

/** The operators that ask for one of their values, in lower case. */
const asking = /^(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))$/;

/** Whether the condition of a statement is met only by requests of, or on behalf of, the own account. */
export const meansOwnAccount = (condition: Json | undefined, side: Side): boolean => {
  if (!isMap(condition)) return false;
  const account = symbolic(side.meaning.value(ref('AWS::AccountId')) ?? '');
  return Object.keys(condition).some((operator) => {
    const tests = condition[operator]!;
    if (!asking.test(operator.toLowerCase()) || !isMap(tests)) return false;
    return Object.keys(tests).some((key) => {
      const values = isList(tests[key]!) ? tests[key] : [tests[key]!];
      const isOwn = (value: Json): boolean => {
        const text = symbolic(value);
        if (ofAccounts.has(key.toLowerCase())) return text === account;
        return ofArns.has(key.toLowerCase()) && isOwnArn(text, account, operator);
      };
      return get(tests, key) !== undefined && values.length > 0 && values.every(isOwn);
    });
  });
};

/** Whether an ARN, or a pattern for some, is of an account. In patterns for texts a `*` takes in colons, too. */
const isOwnArn = (arn: string, account: string, operator: string): boolean => {
  const at = arn.indexOf(`:${account}:`);
  const front = arn.slice(0, at).replaceAll(/\$\{AWS::\w+\}/g, '-');
  const isPlain = !/[*?]/.test(front) || operator.toLowerCase().startsWith('arn');
  return at > 0 && isPlain && front.split(':').length === 4;
};
