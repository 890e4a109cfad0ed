import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isMap, isString, type Json } from '../../model/tree.ts';
import { presentIn } from '../facts/templates/choices.ts';
import { type Preorder, preorderOf } from '../facts/templates/preorder.ts';
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
    const row = preorderOf(cx.template);
    const { values, steps, parents, ends } = row;
    for (let at = 1; at < values.length; at++) {
      const step = steps[at]!;
      const value = values[at]!;
      if (step === 'TokenValidityUnits') {
        at = ends[at]! - 1;
        continue;
      }
      if (typeof step === 'string' && isSecretName(step) && isInProperties(row, parents[at]!)) {
        checkNamed(cx, row, at, step);
      }
      if (typeof value !== 'string') continue;
      const what = secretIn(value);
      if (what !== undefined) cx.report('shape', row.entryPlaceOf(at), { data: { what }, ...ownerOf(row, at) });
      if (step === 'Name' && isSecretName(value)) checkPair(cx, row, parents[at]!, value);
    }
    const parameters = get(cx.template, 'Parameters');
    if (isMap(parameters)) checkParameters(cx, parameters);
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

/** Whether what stands in a container is the property of a resource, or in one. */
const isInProperties = (row: Preorder, container: number): boolean => {
  const [section, first, ...rest] = row.pathOf(container);
  let is = section === 'Globals';
  // The logical ID of a resource is a name of the author's.
  for (const step of section === 'Resources' ? rest : [first, ...rest]) {
    if (typeof step === 'string') is = (is || step === 'Properties') && !samples.has(step);
  }
  return is;
};

/** `{Name: DB_PASSWORD, Value: …}`, as containers and builds have their environment. */
const checkPair = (cx: RuleContext, row: Preorder, container: number, name: string): void => {
  const type = get(row.values[container], 'Type');
  if ((type !== undefined && type !== 'PLAINTEXT') || !isInProperties(row, container)) return;
  const value = row.entryIn(container, 'Value');
  if (value !== undefined) checkNamed(cx, row, value, name);
};

/** Whatever a value may be that is called a secret. */
const checkNamed = (cx: RuleContext, row: Preorder, position: number, name: string): void => {
  for (const { value, at } of presentIn(row.values[position]!, row.entryPlaceOf(position))) {
    if (!isString(value) || !canBeSecret(value) || secretIn(value) !== undefined) continue;
    const messageId = isPlaceholder(value) ? 'placeholder' : 'named';
    const level = messageId === 'placeholder' ? ('warning' as const) : undefined;
    cx.report(messageId, at, { data: { name }, level, ...ownerOf(row, position) });
  }
};

const ownerOf = (row: Preorder, at: number): { readonly logicalId?: string } => {
  const logicalId = row.resourceOf(at);
  return logicalId === undefined ? {} : { logicalId };
};
