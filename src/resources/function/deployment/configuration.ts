import { sub } from '../../../model/intrinsics.ts';
import { shallowCopy } from '../../../model/origin.ts';
import { isIntrinsic, isList, isString, type Json, type JsonMap } from '../../../model/tree.ts';

/** The deployment configurations that CodeDeploy has for Lambda. Any other name is one of the author's. */
const predefined: ReadonlySet<string> = new Set([
  'Canary10Percent5Minutes',
  'Canary10Percent10Minutes',
  'Canary10Percent15Minutes',
  'Canary10Percent30Minutes',
  'Linear10PercentEvery1Minute',
  'Linear10PercentEvery2Minutes',
  'Linear10PercentEvery3Minutes',
  'Linear10PercentEvery10Minutes',
  'AllAtOnce',
]);

const text = 'CodeDeployDefault.Lambda${ConfigName}';

/** A deployment type with every predefined configuration in it under the name that CodeDeploy has for it. */
export const configurationName = (type: Json, under?: string): Json => {
  if (isString(type)) {
    if (!predefined.has(type)) return type;
    // Inside a substitution there cannot be another one.
    return under === 'Fn::Sub' ? [text, { ConfigName: type }] : sub(text, { ConfigName: type });
  }
  if (isList(type)) return mapped(type, (item) => configurationName(item));
  return isIntrinsic(type) ? mapped(type, (value, key) => configurationName(value, key)) : type;
};

const mapped = <T extends Json[] | JsonMap>(container: T, change: (value: Json, key: string) => Json): T => {
  const copy = shallowCopy(container);
  for (const key of Object.keys(copy)) (copy as JsonMap)[key] = change((copy as JsonMap)[key]!, key);
  return copy;
};
