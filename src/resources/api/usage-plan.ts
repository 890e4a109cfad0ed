import { sharedUsage } from '../../model/channel.ts';
import { ref } from '../../model/intrinsics.ts';
import { carry, entryOf, valueOrigin } from '../../model/origin.ts';
import type { Attributes, Context } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
  textOrKind,
} from '../../model/tree.ts';
import { unknownKey } from '../../schema/unknown-key.ts';
import type { ApiContext } from './context.ts';
import { authOf } from './settings.ts';
import { propagateTags, tagsOf } from './tags.ts';

const NotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'UsagePlan' is ${found}; it must be a map with 'CreateUsagePlan'.`,
);
const NoKind = message('missing-property', 'error', () => "'UsagePlan' needs 'CreateUsagePlan'.");
const BadKind = message(
  'wrong-value',
  'error',
  (found: string) => `'CreateUsagePlan' is ${found}; it must be PER_API, SHARED or NONE.`,
);

const planProperties = ['UsagePlanName', 'Description', 'Quota', 'Tags', 'Throttle'];
const settingNames = ['CreateUsagePlan', ...planProperties];
const kinds = ['PER_API', 'SHARED', 'NONE'];

/** Emits the usage plan of the API with its key, or adds the API to the plan that all share. */
export const emitUsagePlan = (cx: ApiContext, stageId: string): void => {
  const auth = authOf(cx);
  const settings = get(auth, 'UsagePlan');
  if (isNothing(settings)) return;
  const at = valueOrigin(auth, 'UsagePlan');
  if (!isMap(settings)) return cx.fail(NotMap(kindOf(settings)), at);
  for (const name of Object.keys(settings)) {
    if (settingNames.includes(name)) continue;
    return cx.fail(unknownKey("'UsagePlan'", name, settingNames), entryOf(settings, name)?.key);
  }
  const kind = get(settings, 'CreateUsagePlan');
  if (isNothing(kind)) return cx.fail(NoKind(), at);
  if (!isString(kind) || !kinds.includes(kind)) {
    return cx.fail(BadKind(textOrKind(kind)), valueOrigin(settings, 'CreateUsagePlan'));
  }
  if (kind === 'NONE') return;
  const plan = newMap();
  for (const name of planProperties) if (isTruthy(get(settings, name))) carry(settings, name, plan);
  propagateTags(cx, plan);
  const tags = isTruthy(cx.props.PropagateTags ?? null) ? tagsOf(cx) : undefined;
  const ids = kind === 'SHARED' ? usagePlanIds('Serverless') : usagePlanIds(cx.id);
  if (kind === 'SHARED') {
    cx.contribute(sharedUsage, '', { apiId: cx.id, stageId, plan, tags, attributes: cx.inherited }, at);
  } else {
    emitPlan(cx, ids, { apis: [{ apiId: cx.id, stageId }], plan, tags, attributes: cx.inherited, cause: at });
  }
  cx.refer('UsagePlan', ids.plan);
  cx.refer('ApiKey', ids.key);
  cx.refer('UsagePlanKey', ids.membership);
};

/** The logical ids of a plan, its key and what joins them. */
export const usagePlanIds = (prefix: string) => ({
  plan: `${prefix}UsagePlan`,
  key: `${prefix}ApiKey`,
  membership: `${prefix}UsagePlanKey`,
});

interface Plan {
  readonly apis: readonly { readonly apiId: string; readonly stageId: string }[];
  readonly plan: JsonMap;
  readonly tags: Json[] | undefined;
  readonly attributes: Attributes;
  readonly cause: ReturnType<ApiContext['at']>;
}

/** Emits a usage plan, an API key and what joins them. */
export const emitPlan = (cx: Pick<Context, 'emit'>, ids: ReturnType<typeof usagePlanIds>, parts: Plan): void => {
  const { apis, plan, tags, attributes, cause } = parts;
  const emit = (id: string, name: string, properties: JsonMap, dependsOn: Json): void =>
    cx.emit({
      id,
      type: `AWS::ApiGateway::${name}`,
      properties,
      attributes: { ...attributes, DependsOn: dependsOn },
      cause,
    });
  plan['ApiStages'] = apis.map(({ apiId, stageId }) => ({ ApiId: ref(apiId), Stage: ref(stageId) }));
  emit(
    ids.plan,
    'UsagePlan',
    plan,
    apis.map(({ apiId }) => apiId),
  );
  const stages = apis.map(({ apiId, stageId }) => ({ RestApiId: ref(apiId), StageName: ref(stageId) }));
  const key: JsonMap = { Enabled: true, StageKeys: stages };
  if (tags) key['Tags'] = tags;
  emit(ids.key, 'ApiKey', key, [ids.plan]);
  const membership = { KeyId: ref(ids.key), KeyType: 'API_KEY', UsagePlanId: ref(ids.plan) };
  emit(ids.membership, 'UsagePlanKey', membership, [ids.key]);
};
