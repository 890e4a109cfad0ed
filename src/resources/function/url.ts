import { ref } from '../../model/intrinsics.ts';
import { carry, entryOf } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isIntrinsic,
  isList,
  isMap,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
  textOrKind,
} from '../../model/tree.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import type { FunctionContext } from './context.ts';

const BadAuth = message(
  'wrong-value',
  'error',
  (found: string) => `'AuthType' of 'FunctionUrlConfig' is ${found}; it must be AWS_IAM or NONE.`,
);
const CorsNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'FunctionUrlConfig.Cors' is ${found}; it must be a map.`,
);
const BadCors = message(
  'wrong-type',
  'error',
  (name: string, found: string, allowed: string) =>
    `'FunctionUrlConfig.Cors.${name}' is ${found}; it must be ${allowed}.`,
);

type Test = readonly [allowed: string, test: (value: Json) => boolean];
const list: Test = ['a list', isList];
const corsProperties: ReadonlyMap<string, Test> = new Map([
  ['AllowOrigins', list],
  ['AllowMethods', list],
  ['AllowCredentials', ['true or false', (value) => typeof value === 'boolean']],
  ['AllowHeaders', list],
  ['ExposeHeaders', list],
  ['MaxAge', ['an integer', (value) => Number.isInteger(value) || typeof value === 'boolean']],
]);

/**
 * Emits the HTTPS endpoint of the function and, where anyone may call it, the two permissions that this takes.
 * @param targetId the function, or its alias
 */
export const emitUrl = (cx: FunctionContext, targetId: string): void => {
  const config = cx.props.FunctionUrlConfig;
  if (!isMap(config) || !isTruthy(config)) return;
  if (!isIntrinsic(config)) {
    checkAuth(cx, config);
    checkCors(cx, get(config, 'Cors'));
  }
  const properties = newMap();
  properties['TargetFunctionArn'] = ref(targetId);
  carry(config, 'AuthType', properties);
  if (isTruthy(get(config, 'Cors'))) carry(config, 'Cors', properties);
  carry(config, 'InvokeMode', properties);
  const common = { attributes: cx.inherited, cause: cx.at('FunctionUrlConfig') };
  cx.emit({ id: `${cx.id}Url`, type: 'AWS::Lambda::Url', properties, ...common });
  if (get(config, 'AuthType') === 'NONE') emitPublicAccess(cx, targetId);
};

const emitPublicAccess = (cx: FunctionContext, targetId: string): void => {
  const permission = (suffix: string, action: string, further: JsonMap): void =>
    cx.emit({
      id: cx.id + suffix,
      type: 'AWS::Lambda::Permission',
      properties: { Action: action, FunctionName: ref(targetId), Principal: '*', ...further },
      attributes: cx.inherited,
      cause: cx.at('FunctionUrlConfig', 'AuthType'),
    });
  permission('UrlPublicPermissions', 'lambda:InvokeFunctionUrl', { FunctionUrlAuthType: 'NONE' });
  permission('URLInvokeAllowPublicAccess', 'lambda:InvokeFunction', { InvokedViaFunctionUrl: true });
};

const checkAuth = (cx: FunctionContext, config: JsonMap): void => {
  const auth = get(config, 'AuthType');
  if (auth === 'AWS_IAM' || auth === 'NONE' || isIntrinsic(auth)) return;
  cx.report(BadAuth(textOrKind(auth)), cx.at('FunctionUrlConfig', 'AuthType'));
};

const checkCors = (cx: FunctionContext, cors: Json | undefined): void => {
  if (!isTruthy(cors) || isIntrinsic(cors)) return;
  if (!isMap(cors)) return cx.report(CorsNotMap(kindOf(cors)), cx.at('FunctionUrlConfig', 'Cors'));
  for (const name of Object.keys(cors)) {
    const at = entryOf(cors, name);
    const test = corsProperties.get(name);
    if (!test) cx.report(unknownKey("'FunctionUrlConfig.Cors'", name, [...corsProperties.keys()]), at?.key);
    else if (!isIntrinsic(cors[name]) && !test[1](cors[name]!)) {
      cx.report(BadCors(name, kindOf(cors[name]), test[0]), at?.value);
    }
  }
};
