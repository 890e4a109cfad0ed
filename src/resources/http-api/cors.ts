import { inTable } from '../../model/in-table.ts';
import { type Cause, carry, entryOf } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  getIn,
  isIntrinsic,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  newMap,
  textOrKind,
} from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import type { Dict } from '../../openapi/fingerprint/index.ts';
import { kindOfNode } from '../../openapi/node.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import { type Definition, documentFor } from './definition.ts';
import type { HttpApiContext } from './index.ts';

const BadCors = message(
  'wrong-type',
  'error',
  (found: string) =>
    `'CorsConfiguration' is ${found}; it must be true, or a map with 'AllowOrigins' and other settings.`,
);
const CredentialsForAll = message(
  'cors-credentials-for-all',
  'error',
  () => "'AllowCredentials' cannot be true when 'AllowOrigins' is '*': browsers refuse it. Name the origins.",
);
const OthersLost = message(
  'cors-only-origins',
  'warning',
  (lost: readonly string[]) =>
    `'AllowOrigins' is an intrinsic function, so it becomes the whole CORS configuration and ${lost.join(', ')} is lost. Put the function into a list.`,
);
const BadDefinitionCors = message(
  'invalid-definition',
  'error',
  (found: string) => `'x-amazon-apigateway-cors' of the definition is ${found}; it must be a map.`,
);

const corsKey = 'x-amazon-apigateway-cors';

/** The properties, and how the definition calls them. */
const keys: Readonly<Record<string, string>> = {
  AllowOrigins: 'allowOrigins',
  AllowHeaders: 'allowHeaders',
  AllowMethods: 'allowMethods',
  ExposeHeaders: 'exposeHeaders',
  MaxAge: 'maxAge',
  AllowCredentials: 'allowCredentials',
};

/** Adds the CORS configuration to the definition; what it says there already is overridden. */
export const addCors = (cx: HttpApiContext, definition: Definition): void => {
  const given = cx.props.CorsConfiguration;
  const cors = isNothing(given) ? given : cx.resolve(given);
  if (!isTruthy(cors)) return;
  const document = documentFor(cx, definition, 'CorsConfiguration', 'CORS');
  const settings = settingsOf(cx, cors!);
  const configuration = configurationOf(document, cx.at('CorsConfiguration'));
  if (!settings || !configuration) return;
  const set = (container: JsonMap, name: string): void => {
    const value = document.history.written(container[name]!, container, name);
    configuration.set(inTable(keys, name) ?? name, value, { entry: entryOf(container, name) });
  };
  const origins = get(settings, 'AllowOrigins');
  if (isIntrinsic(origins)) {
    const renamed = inDefinition(origins) as JsonMap;
    for (const name of Object.keys(renamed)) set(renamed, name);
    return;
  }
  for (const name of Object.keys(keys)) if (counts(name, get(settings, name))) set(settings, name);
};

const counts = (name: string, value: Json | undefined): boolean => {
  if (name === 'MaxAge') return !isNothing(value);
  return name === 'AllowCredentials' ? value === true : isTruthy(value);
};

/** The configuration as a map of properties, checked. */
const settingsOf = (cx: HttpApiContext, cors: Json): JsonMap | undefined => {
  if (cors === true || isIntrinsic(cors)) {
    const settings = newMap();
    settings['AllowOrigins'] = cors === true ? ['*'] : cors;
    return settings;
  }
  if (!isMap(cors)) return cx.fail(BadCors(textOrKind(cors)), cx.at('CorsConfiguration'));
  const allowed = Object.keys(keys);
  for (const name of Object.keys(cors)) {
    if (Object.hasOwn(keys, name)) continue;
    cx.report(unknownKey("'CorsConfiguration'", name, allowed), entryOf(cors, name)?.key ?? cx.at('CorsConfiguration'));
  }
  const origins = get(cors, 'AllowOrigins');
  if (get(cors, 'AllowCredentials') === true && isList(origins) && origins.length === 1 && origins[0] === '*') {
    cx.report(CredentialsForAll(), cx.at('CorsConfiguration', 'AllowCredentials'));
  }
  const lost = allowed.filter((name) => name !== 'AllowOrigins' && counts(name, get(cors, name)));
  if (isIntrinsic(origins) && lost.length > 0) {
    cx.report(OthersLost(lost.map((name) => `'${name}'`)), cx.at('CorsConfiguration', 'AllowOrigins'));
  }
  return cors;
};

const configurationOf = (document: OpenApiDocument, cause: Cause | undefined): Dict | undefined => {
  const { root, history } = document;
  if (!root.has(corsKey)) root.set(corsKey, history.dict(cause));
  const configuration = root.dict(corsKey);
  if (!configuration) {
    document.report(BadDefinitionCors(kindOfNode(root.get(corsKey))), root.entry(corsKey)?.value);
  }
  return configuration;
};

/** A value with the names of properties, wherever they stand in it, spelt as in the definition. */
const inDefinition = (value: Json): Json => {
  if (isString(value)) return respelt(value);
  if (isList(value)) return value.map(inDefinition);
  if (!isMap(value)) return value;
  const copy = newMap();
  for (const key of Object.keys(value)) {
    carry(value, key, copy, respelt(key));
    copy[respelt(key)] = inDefinition(getIn(value, key)!);
  }
  return copy;
};

const respelt = (text: string): string => {
  let result = text;
  for (const [name, key] of Object.entries(keys)) result = result.replaceAll(name, key);
  return result;
};
