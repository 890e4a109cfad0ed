import { refusalOf } from '../../model/parameter-value.ts';
import { get, isMap, sameData } from '../../model/tree.ts';
import { placeAt } from '../places.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'parameter-refused',
  level: 'warning',
  kinds: ['refused'],
  title: 'A parameter no longer takes the value that stacks have, or is given a value without being there',
  description:
    '`AllowedValues`, `AllowedPattern`, limits and the type of a parameter also count for the value that a stack keeps: if the old default is no longer allowed, stacks that have it cannot be updated until a deployment passes another value. CloudFormation also refuses values for parameters that the template does not have; `sam deploy` leaves them out.',
  *find(cx) {
    const [old, now] = [get(cx.before.template, 'Parameters'), get(cx.after.template, 'Parameters')];
    for (const name of isMap(old) ? Object.keys(old) : []) {
      const [former, declared] = [get(old, name), get(now, name)];
      const isGiven = Object.hasOwn(cx.after.given, name);
      if (declared === undefined) {
        if (!isGiven || cx.after.isNested) continue;
        yield {
          text: `The parameter '${name}' is removed, but the deployment still passes a value for it: CloudFormation refuses that.`,
          cure: `Remove '${name}' from the values of the deployment, too.`,
          resource: name,
          at: undefined,
          wasAt: placeAt(old, name),
        };
        continue;
      }
      const value = get(former, 'Default');
      if (value === undefined || isGiven || cx.after.isNested || sameData(former, declared)) continue;
      const refusal = refusalOf(former, value) === undefined ? refusalOf(declared, value) : undefined;
      if (refusal === undefined) continue;
      const rule = ['AllowedValues', 'AllowedPattern', 'MinLength', 'MaxLength', 'MinValue', 'MaxValue', 'Type'].find(
        (key) => !sameData(get(former, key), get(declared, key)) && get(declared, key) !== undefined,
      );
      yield {
        text: `The parameter '${name}' no longer takes its old default: ${refusal}. Stacks that have this value cannot be updated until a deployment passes another one.`,
        cure: `Pass a value for '${name}', or keep allowing the old one.`,
        resource: name,
        at: (rule === undefined ? undefined : placeAt(declared, rule)) ?? placeAt(now, name),
      };
    }
  },
});
