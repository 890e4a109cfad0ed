import { type Cause, entryOf, valueOrigin } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isIntrinsic,
  isMap,
  isNothing,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  textOrKind,
} from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { type Dict, hashOrder } from '../../openapi/fingerprint/index.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import type { ApiContext } from './context.ts';
import type { Definition } from './definition.ts';

const NotMap = message(
  'wrong-type',
  'error',
  (what: string, found: string) => `${what} is ${found}; it must be a map and cannot be an intrinsic function.`,
);
const BadStatus = message(
  'wrong-value',
  'error',
  (found: string) => `'StatusCode' is ${found}; it must be a number of at most three digits.`,
);
const BadSection = message(
  'wrong-type',
  'error',
  (found: string) => `'x-amazon-apigateway-gateway-responses' of the definition is ${found}; it must be a map.`,
);

const section = 'x-amazon-apigateway-gateway-responses';
const settingNames = ['ResponseParameters', 'ResponseTemplates', 'StatusCode'];
const prefixes = [
  ['Headers', 'header.'],
  ['Paths', 'path.'],
  ['QueryStrings', 'querystring.'],
] as const;

/** Adds the responses of API Gateway itself to the definition. */
export const addGatewayResponses = (cx: ApiContext, definition: Definition): void => {
  const responses = cx.props.GatewayResponses;
  if (!isTruthy(responses ?? null)) return;
  const document = definition.editable('GatewayResponses');
  for (const type of Object.keys(responses!)) check(cx, responses!, type);
  document.edit(() => {
    const target = document.section(section);
    if (!target) return document.report(BadSection('something else'), document.root.entry(section)?.value);
    for (const type of hashOrder(cx.keys(responses!))) {
      const response = responses![type] as JsonMap;
      target.set(type, gatewayResponse(document, response, entryOf(responses!, type)?.key), {
        written: true,
        entry: entryOf(responses!, type),
      });
    }
  });
};

const check = (cx: ApiContext, responses: JsonMap, type: string): void => {
  const response = responses[type]!;
  const what = `The gateway response '${type}'`;
  if (!isMap(response) || isIntrinsic(response)) {
    return cx.fail(NotMap(what, kindOf(response)), valueOrigin(responses, type));
  }
  for (const name of Object.keys(response)) {
    if (settingNames.includes(name)) continue;
    cx.report(unknownKey(what, name, settingNames), entryOf(response, name)?.key);
  }
  checkParameters(cx, response);
  const status = get(response, 'StatusCode');
  if (isTruthy(status) && (typeof status === 'object' || !/^[0-9]{1,3}$/.test(String(status)))) {
    const found = textOrKind(status);
    cx.report(BadStatus(found), valueOrigin(response, 'StatusCode'));
  }
};

const checkParameters = (cx: ApiContext, response: JsonMap): void => {
  const parameters = get(response, 'ResponseParameters');
  if (!isTruthy(parameters)) return;
  if (!isMap(parameters)) {
    const at = valueOrigin(response, 'ResponseParameters');
    return cx.fail(NotMap("'ResponseParameters'", kindOf(parameters)), at);
  }
  const kinds = prefixes.map(([kind]) => kind);
  for (const kind of Object.keys(parameters)) {
    if (!kinds.some((each) => each === kind)) {
      cx.report(unknownKey("'ResponseParameters'", kind, kinds), entryOf(parameters, kind)?.key);
    } else if (!isMap(parameters[kind])) {
      cx.fail(NotMap(`'${kind}' of 'ResponseParameters'`, kindOf(parameters[kind])), valueOrigin(parameters, kind));
    }
  }
};

const gatewayResponse = ({ history }: OpenApiDocument, response: JsonMap, cause: Cause | undefined): Dict => {
  const parameters = history.dict();
  const given = get(response, 'ResponseParameters');
  for (const [kind, prefix] of prefixes) {
    const values = get(given, kind);
    if (!isMap(values)) continue;
    for (const key of history.open(values).keys()) {
      parameters.set(`gatewayresponse.${prefix}${key}`, history.written(values[key]!, values, key), { written: true });
    }
  }
  const templates: Json | undefined = get(response, 'ResponseTemplates');
  const made = history.dict(cause);
  made.set('responseParameters', parameters);
  made.set(
    'responseTemplates',
    isTruthy(templates) ? history.written(templates!, response, 'ResponseTemplates') : history.dict(),
  );
  const status = get(response, 'StatusCode');
  if (!isNothing(status) && typeof status !== 'object' && status !== '') {
    made.set('statusCode', String(status), { entry: entryOf(response, 'StatusCode') });
  }
  return made;
};
