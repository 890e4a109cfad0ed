import { basename } from 'node:path';

/** How much of a file says what it is: the keys of a template may come late, those of other files come first. */
const beginning = 20_000;

/** A section that only templates have, at the beginning of a line of YAML or in JSON. */
const section = /^(?:synth|["']?(?:Resources|AWSTemplateFormatVersion|Transform)["']?)\s*:|"(?:synth|Resources)"\s*:/m;

/** Whether a text may be a SAM template, a CloudFormation template or a compact spec. */
export const mayBeTemplate = (text: string): boolean => section.test(text);

const has = (...keys: readonly string[]): ((name: string, text: string) => boolean) => {
  const patterns = keys.map((key) => new RegExp(`^(?:${key}|"${key}")\\s*:|^[ {\\t]*"${key}"\\s*:`, 'm'));
  return (_, text) => patterns.every((pattern) => pattern.test(text));
};

const named = (pattern: RegExp) => (name: string) => pattern.test(name);

/** What is often taken for a template, and by what it is known: its name, or its text. */
const kinds: readonly (readonly [string, (name: string, text: string) => boolean])[] = [
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
  const [name, start] = [basename(path), text.slice(0, beginning)];
  return kinds.find(([, is]) => is(name, start))?.[0];
};
