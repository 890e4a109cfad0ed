import { basename } from 'node:path';

/** How much of a file says what it is: the keys of a template may come late, those of other files come first. */
const beginning = 20_000;

/** What only templates have, at the beginning of a line of YAML: a section, or the version of the compact language. */
const inYaml = /^["']?(?:(?:Resources|AWSTemplateFormatVersion|Transform)["']?\s*:|synth["']?[ \t]*:[ \t]*["']?\d)/m;

/** The same behind a quotation mark of JSON. */
const inJson = /(?:(?:Resources|AWSTemplateFormatVersion|Transform)"\s*:|synth"\s*:\s*"?\d)/y;

/** Whether a text may be a SAM template, a CloudFormation template or a compact spec. */
export const mayBeTemplate = (text: string): boolean =>
  /^\s*\{/.test(text) ? hasAtTop(text, inJson) : inYaml.test(text);

/** Whether an object of JSON itself, not one inside it, has something behind a quotation mark. */
const hasAtTop = (text: string, wanted: RegExp): boolean => {
  let depth = 0;
  // A text, even one that does not end, or a bracket.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1) {
      wanted.lastIndex = index + 1;
      if (wanted.test(text)) return true;
    }
  }
  return false;
};

/** The keys of YAML at the beginning of a line, and those of JSON that a line begins with. */
const keysIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^(?:([\w-]+)|[ {\t]*"([\w-]+)")[ \t]*:/gm)].map(([, plain, quoted]) => (plain ?? quoted)!),
  );

const has =
  (...keys: readonly string[]) =>
  (_: string, found: ReadonlySet<string>): boolean =>
    keys.every((key) => found.has(key));

const named = (pattern: RegExp) => (name: string) => pattern.test(name);

/** What is often taken for a template, and by what it is known: its name, or its keys. */
const kinds: readonly (readonly [string, (name: string, keys: ReadonlySet<string>) => boolean])[] = [
  ['a file of npm', named(/^(?:package|package-lock|npm-shrinkwrap)\.json$/)],
  ['a configuration of TypeScript', named(/^(?:tsconfig|jsconfig)(?:\..+)?\.json$/)],
  ['a configuration of synth', named(/^synth\.config\.(?:ya?ml|json)$/)],
  ['a configuration of the SAM CLI', named(/^samconfig\.ya?ml$/)],
  ['a configuration of the CDK', named(/^cdk(?:\.context)?\.json$/)],
  ['a configuration of pre-commit', named(/^\.pre-commit-(?:config|hooks)\.yaml$/)],
  ['a Compose file', named(/^(?:docker-)?compose(?:\..+)?\.ya?ml$/)],
  ['a pipeline of GitLab', named(/^\.gitlab-ci\.ya?ml$/)],
  ['an OpenAPI document', has('openapi')],
  ['a Swagger document', has('swagger')],
  ['a workflow of GitHub', has('on', 'jobs')],
  ['a configuration of the Serverless Framework', has('service', 'provider')],
  ['a Kubernetes manifest', has('apiVersion', 'kind')],
  ['a state machine definition', has('StartAt', 'States')],
  ['a build specification', has('version', 'phases')],
  ['a Compose file', has('services')],
];

/** What a file is that is plainly no template, as `a Compose file`; undefined where it may be one. */
export const otherKindOf = (path: string, text: string): string | undefined => {
  if (mayBeTemplate(text)) return undefined;
  const [name, keys] = [basename(path), keysIn(text.slice(0, beginning))];
  return kinds.find(([, is]) => is(name, keys))?.[0];
};
