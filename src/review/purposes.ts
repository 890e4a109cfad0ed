import { isString, type Json } from '../model/tree.ts';

/** What a service is called for: another service, and one of its actions where that is written. */
export interface Purpose {
  /** As actions begin with it. */
  readonly service: string;
  readonly action?: string;
}

/** What the services are called in actions, where integrations, schedules and data sources call them otherwise. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['eventbridge', 'events'],
  ['sfn', 'states'],
  ['stepfunctions', 'states'],
]);

const withPrefix = (service: string): string => {
  const name = service.toLowerCase();
  return prefixes.get(name) ?? name;
};

/**
 * What the URI of an integration or the target of a schedule is for; undefined where that is not known.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export const purposeOf = (text: string): Purpose | undefined => {
  const [, path, kind, name] = /:apigateway:[^:]{0,100}:([\w.-]{1,100}):(action|path)\/([^?]*)/.exec(text) ?? [];
  // In front of the service may stand a part of its host: `bucket.s3`.
  if (path !== undefined) {
    const service = withPrefix(path.slice(path.lastIndexOf('.') + 1));
    return kind === 'action' && /^\w+$/.test(name!) ? { service, action: name! } : { service };
  }
  const [, service, call] = /:aws-sdk:([\w-]{1,100}):(\w{1,100})$/.exec(text) ?? [];
  return service === undefined ? undefined : { service: withPrefix(service), action: capital(call!) };
};

/** What an integration of an HTTP API is for: `SQS-SendMessage`. */
export const purposeOfSubtype = (subtype: Json | undefined): Purpose | undefined => {
  const [, service, action] = (isString(subtype) && /^(\w{1,100})-(\w{1,100})$/.exec(subtype)) || [];
  return service === undefined ? undefined : { service: withPrefix(service), action: action! };
};

/** The services of the types of data sources; one with the type HTTP may call any. */
const ofSources: ReadonlyMap<string, string> = new Map([
  ['AMAZON_BEDROCK_RUNTIME', 'bedrock'],
  ['AMAZON_DYNAMODB', 'dynamodb'],
  ['AMAZON_ELASTICSEARCH', 'es'],
  ['AMAZON_EVENTBRIDGE', 'events'],
  ['AMAZON_OPENSEARCH_SERVICE', 'es'],
  ['AWS_LAMBDA', 'lambda'],
  ['RELATIONAL_DATABASE', 'rds-data'],
]);

/** What a data source of AppSync is for. */
export const purposeOfSource = (type: string): Purpose | undefined => {
  const service = ofSources.get(type);
  return service === undefined ? undefined : { service };
};

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
