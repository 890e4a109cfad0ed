import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isMap, isString } from '../../model/tree.ts';
import { environmentNames } from '../facts/functions/environment.ts';
import { referencesIn } from '../facts/templates/references.ts';
import { listed } from '../facts/texts/names.ts';
import { scalarText } from '../facts/texts/scalar.ts';
import { isSecretName } from '../facts/texts/secrets.ts';

/** Parameters with such names say where a secret is, not what it is. */
const pointer = /(arn|name|id|path|prefix|url|uri|endpoint|table|bucket|ttl)$/i;

/** So many names a message tells. */
const most = 3;

/** Secret variables at one place, and all functions that have them from there. */
interface Finding {
  readonly at: Cause | undefined;
  readonly names: readonly string[];
  readonly others: readonly (Cause | undefined)[];
  readonly functions: ResourceNode[];
}

export const lambdaEnvSecretNoCmk = defineTemplateRule({
  id: 'lambda-env-secret-no-cmk',
  level: 'info',
  category: 'security',
  stage: 'expanded',
  needs: ['AWS::Lambda::Function'],
  title: 'Sensitive environment variable encrypted only with the service key',
  description:
    'Environment variables are encrypted with a key of the Lambda service, so everybody who may read the configuration of the function reads them. With a customer managed key in `KmsKeyArn` that needs the right to decrypt with it, too. Found are variables whose name reads as a secret and whose value comes from a parameter or a dynamic reference (`{{resolve:…}}`); better still, have the function read the secret itself at run time.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
  messages: {
    serviceKey: "{names} of {functions} is encrypted only with the key of the Lambda service; set 'KmsKeyArn'.",
    several: "{names} of {functions} are encrypted only with the key of the Lambda service; set 'KmsKeyArn'.",
  },
  example: {
    in: 'function',
    fails: "Environment: {Variables: {‹DB_PASSWORD›: '{{resolve:secretsmanager:orders/db:SecretString:password}}'}}",
    passes: `
KmsKeyArn: !ImportValue key
Environment: {Variables: {DB_PASSWORD: '{{resolve:secretsmanager:orders/db:SecretString:password}}'}}`,
  },
  check(cx) {
    const found = new Map<string, Finding>();
    for (const fn of cx.resources('AWS::Lambda::Function')) {
      if (!fn.lacks('KmsKeyArn')) continue;
      const [first, ...more] = environmentNames(fn).filter(
        (each) => isSecretName(each.value) && isHandedIn(fn, each, cx),
      );
      if (!first) continue;
      const key = JSON.stringify([first, ...more].map(({ at, value }) => [at?.start ?? fn.id, value]));
      const known = found.get(key);
      if (known) known.functions.push(fn);
      else {
        const names = [first, ...more].map(({ value }) => value);
        found.set(key, { at: first.at, names, others: more.map(({ at }) => at), functions: [fn] });
      }
    }
    for (const { at, names, others, functions } of found.values()) {
      const data = {
        names: listed(names, most),
        functions: listed(
          functions.map(({ id }) => id),
          most,
        ),
      };
      const logicalId = functions[0]!.id;
      cx.report(names.length === 1 ? 'serviceKey' : 'several', at, { data, related: others, logicalId });
    }
  },
});

/** Whether the value of a variable comes from a parameter that holds a secret, or from a dynamic reference. */
const isHandedIn = (fn: ResourceNode, { path }: Found, cx: RuleContext): boolean =>
  fn.all(...path).some(({ value, at }) => {
    if (JSON.stringify(value).includes('{{resolve:')) return true;
    const whole = get(value, 'Ref');
    if (isString(whole)) return holdsSecret(whole, cx, (name) => !pointer.test(name));
    // A parameter that is only a part of the value makes a name more often than a secret.
    return referencesIn(value, at).some(({ name }) => holdsSecret(name, cx, isSecretName));
  });

const holdsSecret = (name: string, cx: RuleContext, speaksOfOne: (name: string) => boolean): boolean => {
  const parameter = get(get(cx.source, 'Parameters'), name);
  if (!isMap(parameter)) return false;
  if (scalarText(get(parameter, 'NoEcho'))?.toLowerCase() === 'true') return true;
  const type = get(parameter, 'Type');
  return (type === 'String' || type === 'AWS::SSM::Parameter::Value<String>') && speaksOfOne(name);
};
