import { type Cause, entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { presentIn } from '../facts/templates/choices.ts';
import { canBeSecret, isPlaceholder, isSecretName, secretIn } from '../facts/texts/secrets.ts';

export const hardcodedSecret = defineTemplateRule({
  id: 'hardcoded-secret',
  level: 'error',
  category: 'security',
  stage: 'source',
  title: 'Hard-coded secret in template',
  description:
    'A password, token or key in a template is read by everybody who sees the repository, the stack or the function. Found are literal values of environment variables, properties and parameter defaults whose whole name reads as a secret (a placeholder such as `changeme` is a warning), and, anywhere, AWS access keys, private keys, Slack and GitHub tokens and addresses with `user:password@`. The examples of an API definition are left alone. Keep it in Secrets Manager or in an SSM SecureString, and refer to it with `{{resolve:secretsmanager:…}}`.',
  source: 'AWS docs: Lambda environment variables (use Secrets Manager)',
  messages: {
    named: "'{name}' holds a secret in clear text; keep it in Secrets Manager and use '{{resolve:secretsmanager:…}}'.",
    placeholder:
      "'{name}' has a literal value, a placeholder by its look; take the secret from Secrets Manager instead.",
    parameter: "The parameter '{name}' has its secret as a default in clear text; remove 'Default'.",
    shape: 'This text holds {what}; keep it in Secrets Manager and refer to it.',
  },
  example: {
    in: 'function',
    fails: `
Environment:
  Variables: {DB_PASSWORD: ‹Tr0ub4dor›}`,
    passes: `
Environment:
  Variables: {DB_PASSWORD: '{{resolve:secretsmanager:orders/db:SecretString:password}}'}`,
  },
  check(cx) {
    const { template } = cx;
    for (const section of Object.keys(template)) {
      const content = template[section]!;
      const at = entryOf(template, section)?.value;
      if (section === 'Resources' && isMap(content)) {
        for (const id of Object.keys(content)) new Walk(cx, id).value(content[id]!, entryOf(content, id)?.value, false);
      } else new Walk(cx, undefined).value(content, at, section === 'Globals');
      if (section === 'Parameters' && isMap(content)) checkParameters(cx, content);
    }
  },
});

const checkParameters = (cx: RuleContext, parameters: Json): void => {
  for (const name of isMap(parameters) ? Object.keys(parameters) : []) {
    const parameter = get(parameters, name);
    const value = get(parameter, 'Default');
    if (get(parameter, 'Type') !== 'String' || !isSecretName(name) || !isString(value) || !canBeSecret(value)) continue;
    if (secretIn(value) !== undefined) continue;
    const at = cx.placeOf(parameter, 'Default');
    if (isPlaceholder(value)) cx.report('placeholder', at, { data: { name }, level: 'warning' });
    else cx.report('parameter', at, { data: { name } });
  }
};

/** Below these, an API definition holds samples of requests and answers. */
const samples: ReadonlySet<string> = new Set(['example', 'examples', 'x-example', 'x-examples']);

const mayHoldSecret = (value: Json): boolean => (isString(value) ? secretIn(value) !== undefined : isTree(value));

const isTree = (value: Json): boolean => isMap(value) || isList(value);

/** Looks at every text of a tree, and at the names of those in properties. */
class Walk {
  readonly #cx: RuleContext;
  readonly #owner: { readonly logicalId?: string };

  constructor(cx: RuleContext, logicalId: string | undefined) {
    this.#cx = cx;
    this.#owner = logicalId === undefined ? {} : { logicalId };
  }

  value(value: Json, at: Cause | undefined, inProperties: boolean): void {
    if (isString(value)) {
      const what = secretIn(value);
      if (what !== undefined) this.#cx.report('shape', at, { data: { what }, ...this.#owner });
    } else if (isList(value)) {
      for (let step = 0; step < value.length; step++) {
        if (mayHoldSecret(value[step]!)) this.value(value[step]!, entryOf(value, step)?.value ?? at, inProperties);
      }
    } else if (isMap(value)) {
      if (inProperties) this.#pair(value, at);
      for (const key of Object.keys(value)) {
        const found = value[key]!;
        const isNamed = inProperties && isSecretName(key);
        if (!isNamed && !mayHoldSecret(found)) continue;
        const place = entryOf(value, key)?.value ?? at;
        if (isNamed) this.#named(key, found, place);
        if (key !== 'TokenValidityUnits')
          this.value(found, place, (inProperties || key === 'Properties') && !samples.has(key));
      }
    }
  }

  /** `{Name: DB_PASSWORD, Value: …}`, as containers and builds have their environment. */
  #pair(map: Json, at: Cause | undefined): void {
    const name = get(map, 'Name');
    if (!isString(name) || !isSecretName(name)) return;
    const [value, type] = [get(map, 'Value'), get(map, 'Type')];
    if (value === undefined) return;
    if (type === undefined || type === 'PLAINTEXT') this.#named(name, value, entryOf(map, 'Value')?.value ?? at);
  }

  #named(name: string, given: Json, around: Cause | undefined): void {
    for (const { value, at } of presentIn(given, around)) if (isString(value)) this.#text(name, value, at);
  }

  #text(name: string, value: string, at: Cause | undefined): void {
    if (!canBeSecret(value) || secretIn(value) !== undefined) return;
    if (isPlaceholder(value)) this.#cx.report('placeholder', at, { data: { name }, level: 'warning', ...this.#owner });
    else this.#cx.report('named', at, { data: { name }, ...this.#owner });
  }
}
