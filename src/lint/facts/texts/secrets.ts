/** Last words of names that read as a secret. */
const words = new Set(['password', 'passwd', 'secret', 'token', 'credential', 'credentials']);
const keys = new Set(['api', 'private', 'access', 'secret']);

/** The same without anything between the words: `dbpassword`. */
const runTogether = /(password|passwd|apikey|secretkey|accesskey|privatekey|authtoken|accesstoken|apitoken)$/;

/**
 * Properties of AWS that read like one and hold an ARN, an id, the name of a secret, a place in a list, or a token
 * against doing a thing twice.
 */
const harmless = new Set([
  'AuthorizerCredentials',
  'authorizerCredentials',
  'BillingToken',
  'ClientRequestToken',
  'ClientToken',
  'ContinuationToken',
  'Credential',
  'Credentials',
  'credentials',
  'EventSourceToken',
  'IdempotencyToken',
  'NextToken',
  'PaginationToken',
  'ServiceToken',
  'VersionToken',
]);

/** Whether a whole name reads as a secret: `DB_PASSWORD`, `StripeApiKey`; not `SecretName` or `TOKEN_TTL`. */
export const isSecretName = (name: string): boolean => {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const isSecret = readsAsSecret(name);
  if (judged.size < mostJudged) judged.set(name, isSecret);
  return isSecret;
};

/** Names of properties, most of which every template has. */
const judged = new Map<string, boolean>();
const mostJudged = 5000;

const readsAsSecret = (name: string): boolean => {
  if (!/pass|secret|token|credential|key/i.test(name) || !/^[A-Za-z][\w-]*$/.test(name)) return false;
  if (harmless.has(name)) return false;
  const parts = name
    .replace(/(?<!\d)\d+$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]+/)
    .filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === 'key') return keys.has(parts.at(-2) ?? '');
  return last !== undefined && (words.has(last) || runTogether.test(last));
};

/** Whether a literal can be a secret at all: not a number, a switch, an ARN, a path, a name in paths, an address or a reference. */
export const canBeSecret = (text: string): boolean => {
  const value = text.trim().replace(/^(["'])(.*)\1$/s, '$2');
  if (value === '' || Number.isFinite(Number(value))) return false;
  if (/^(true|false|yes|no|none|null|enabled|disabled|required|optional)$/i.test(value)) return false;
  if (/^arn:/.test(value) || value.includes('{{resolve:') || /^(\$\$?[.[]|\{%|method\.|context\.)/.test(value))
    return false;
  if (/^(\/[\w.-]+){2,}$/.test(value) || /^[a-z][a-z0-9_.-]*(\/[a-z][a-z0-9_.-]*)+$/.test(value)) return false;
  return !/^[a-z][a-z0-9+.-]*:\/\/[^@]*$/i.test(value);
};

/** Whether a text only holds the place of a secret. */
export const isPlaceholder = (text: string): boolean =>
  /^(<.*>|\$\{.*\}|x{3,}|\*+|\.+)$/is.test(text.trim()) ||
  /(^|[^a-z])(change[-_ ]?(me|it|this)|replace[-_ ]?(me|it|this)?|your|example|dummy|fake|test|todo|placeholder)([^a-z]|$)/i.test(
    text,
  );

/** Whether a text holds a name between `<` and `>`, which stands for something. */
const holdsName = (text: string): boolean => {
  const open = text.indexOf('<');
  return open >= 0 && text.indexOf('>', open) >= 0;
};

const shapes: readonly (readonly [RegExp, string])[] = [
  // Those of AWS's own documentation end in EXAMPLE.
  [/\b(AKIA|ASIA)(?![0-9A-Z]{9}EXAMPLE\b)[0-9A-Z]{16}\b/, 'an AWS access key id'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\bxox[bp]-/, 'a Slack token'],
  [/\bgh[pous]_[A-Za-z0-9]{36}/, 'a GitHub token'],
];
const suspicious = /AKIA|ASIA|PRIVATE KEY|xox[bp]-|gh[pous]_|:\/\/[^\s/]*@/;
const userInfo = /[a-z0-9+.-]:\/\/[^\s/:@]*:[^\s/@]+@/gi;

/** What a text shows by its own shape, whatever its name: a key, a token, a password in an address. */
export const secretIn = (text: string): string | undefined => {
  if (!suspicious.test(text)) return undefined;
  const shape = shapes.find(([pattern]) => pattern.test(text));
  if (shape) return shape[1];
  const inAddress = [...text.matchAll(userInfo)].some(([whole]) => !/\$\{|\{\{/.test(whole) && !holdsName(whole));
  return inAddress ? 'a password in an address' : undefined;
};
