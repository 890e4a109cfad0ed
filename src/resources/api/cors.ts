import { anyMethod, integrationKey } from '../../model/api-extensions.ts';
import { message } from '../../model/problem.ts';
import { withoutEndSlashes } from '../../model/slashes.ts';
import { isIntrinsic, isMap, isString, isTruthy, type Json, type JsonMap, kindOf } from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import type { Dict, Node } from '../../openapi/fingerprint/index.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import type { ApiContext } from './context.ts';
import type { Definition } from './definition.ts';

const BadCors = message(
  'wrong-type',
  'error',
  (found: string) => `'Cors' is ${found}; it must be the allowed origin in single quotes inside a string, or a map.`,
);
const NoOrigin = message(
  'missing-allow-origin',
  'error',
  () => "'AllowOrigin' of 'Cors' is empty; leave it out to allow all origins.",
);
const CredentialsForAll = message(
  'cors-credentials-for-all',
  'error',
  () => "'AllowCredentials' of 'Cors' needs an 'AllowOrigin' other than '*'; browsers refuse the two together.",
);

const names = ['AllowMethods', 'AllowHeaders', 'AllowOrigin', 'MaxAge', 'AllowCredentials'];
const allOrigins = "'*'";

/** What the headers of a preflight response say. */
interface Settings {
  readonly origin: Node;
  readonly methods: Node | undefined;
  readonly headers: Node | undefined;
  readonly maxAge: Node | undefined;
  readonly credentials: boolean;
}

/** Adds an OPTIONS method with the answer to preflight requests to each path that has none. */
export const addCors = (cx: ApiContext, definition: Definition): void => {
  const { Cors } = cx.props;
  if (!isTruthy(Cors ?? null)) return;
  const cors: Json = Cors!;
  const document = definition.editable('Cors');
  const settings = settingsOf(cx, document, cors);
  document.edit(() => {
    // API Gateway takes `/path` and `/path/` for one resource.
    const seen = new Set<string>();
    for (const path of document.paths.keys()) {
      const normal = path === '/' ? path : withoutEndSlashes(path);
      if (seen.has(normal)) continue;
      seen.add(normal);
      addOptions(cx, document, path, settings);
    }
  });
};

const settingsOf = (cx: ApiContext, { history }: OpenApiDocument, cors: Json): Settings => {
  if (isString(cors) || isIntrinsic(cors)) {
    const origin = history.written(cors, cx.properties, 'Cors');
    return { origin, methods: undefined, headers: undefined, maxAge: undefined, credentials: false };
  }
  if (!isMap(cors)) return cx.fail(BadCors(kindOf(cors)), cx.at('Cors'));
  for (const name of Object.keys(cors)) {
    if (!names.includes(name)) cx.report(unknownKey("'Cors'", name, names), cx.at('Cors', name));
  }
  const given = (name: string): Node | undefined =>
    Object.hasOwn(cors, name) && isTruthy(cors[name]) ? history.written(cors[name]!, cors, name) : undefined;
  const credentials = cors['AllowCredentials'] === true;
  const origin = Object.hasOwn(cors, 'AllowOrigin') ? cors['AllowOrigin']! : allOrigins;
  if (credentials && origin === allOrigins) cx.fail(CredentialsForAll(), cx.at('Cors', 'AllowCredentials'));
  if (!isTruthy(origin)) return cx.fail(NoOrigin(), cx.at('Cors', 'AllowOrigin'));
  return {
    origin: given('AllowOrigin') ?? allOrigins,
    methods: given('AllowMethods'),
    headers: given('AllowHeaders'),
    maxAge: maxAgeOf(cors) === undefined ? undefined : history.written(cors['MaxAge']!, cors, 'MaxAge'),
    credentials,
  };
};

/** Zero is a valid age. */
const maxAgeOf = (cors: JsonMap): Json | undefined =>
  Object.hasOwn(cors, 'MaxAge') ? (cors['MaxAge'] ?? undefined) : undefined;

const addOptions = (cx: ApiContext, document: OpenApiDocument, path: string, settings: Settings): void => {
  let { methods } = settings;
  const cause = cx.at('Cors');
  for (const item of document.pathItems(path)) {
    if (item.has('options')) continue;
    methods ??= allowedMethods(item);
    const options = preflight(document, { ...settings, methods }, cause);
    item.set('options', options, { entry: cause && { key: cause, value: cause } });
  }
};

const everyMethod = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

const allowedMethods = (item: Dict): string => {
  const own = [...item.keys(), 'options'].map((name) => name.toUpperCase());
  return `'${(item.has(anyMethod) ? everyMethod : [...new Set(own)].sort()).join(',')}'`;
};

const preflight = ({ history }: OpenApiDocument, settings: Settings, cause: ReturnType<ApiContext['at']>): Dict => {
  const headers = history.dict();
  const parameters = history.dict();
  const add = (name: string, value: Node | undefined, type = 'string'): void => {
    if (value === undefined) return;
    parameters.set(`method.response.header.${name}`, value);
    headers.set(name, { type });
  };
  add('Access-Control-Allow-Origin', settings.origin);
  add('Access-Control-Allow-Headers', settings.headers);
  add('Access-Control-Allow-Methods', settings.methods);
  add('Access-Control-Max-Age', settings.maxAge, 'integer');
  add('Access-Control-Allow-Credentials', settings.credentials ? "'true'" : undefined);
  const answer = history.dictOf({
    statusCode: '200',
    responseParameters: parameters,
    responseTemplates: { 'application/json': '{}\n' },
  });
  const integration = history.dictOf({
    type: 'mock',
    requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
    responses: history.dictOf({ default: answer }),
  });
  const response = history.dictOf({ description: 'Default response for CORS method', headers });
  return history.dictOf(
    {
      summary: 'CORS support',
      consumes: ['application/json'],
      produces: ['application/json'],
      [integrationKey]: integration,
      responses: history.dictOf([['200', response]]),
    },
    cause,
  );
};
