import { assumeRolePolicy } from '../../model/iam.ts';
import { getAtt, ref } from '../../model/intrinsics.ts';
import { carry, entryOf, lacking, place, shallowCopy } from '../../model/origin.ts';
import { defineResource, type ResourceContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { tagList } from '../../model/tags.ts';
import { get, isMap, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { ExecutionRole } from '../../policies/role.ts';
import { xrayPolicy } from '../../policies/xray.ts';
import { propagatedTags } from '../sam-tags.ts';
import { publish } from './alias.ts';
import { definitionText } from './definition.ts';
import { definitionLocation } from './location.ts';
import { stateMachineProperties } from './properties.ts';

export type StateMachineContext = ResourceContext<typeof stateMachineProperties>;

const TwoDefinitions = message(
  'exclusive-properties',
  'error',
  () => "The state machine has both 'Definition' and 'DefinitionUri'; keep one of them.",
);
const NoDefinition = message(
  'missing-definition',
  'error',
  () => "The state machine has no definition: add 'Definition', or a file with 'DefinitionUri'.",
);
const RoleAndPolicies = message(
  'exclusive-properties',
  'error',
  () => "'Policies' apply to a generated role, but 'Role' names an existing one; keep one of them.",
);

export const stateMachine = defineResource({
  type: 'AWS::Serverless::StateMachine',
  phase: 'stateMachine',
  properties: stateMachineProperties,
  expand(cx) {
    let aliasId: string | undefined;
    try {
      aliasId = expandStateMachine(cx);
    } finally {
      // A state machine that failed does not hide faults of its events.
      attach(cx, aliasId);
    }
  },
});

/** Emits the state machine and its alias; gives the alias's logical id, undefined without an alias. */
const expandStateMachine = (cx: StateMachineContext): string | undefined => {
  const properties = cx.passed();
  define(cx, properties);
  setRole(cx, properties);
  properties['Tags'] = tagsOf(cx);
  cx.emit({
    id: cx.id,
    type: 'AWS::StepFunctions::StateMachine',
    properties,
    attributes: cx.attributes,
    cause: cx.cause,
  });
  return publish(cx);
};

const define = (cx: StateMachineContext, properties: JsonMap): void => {
  const { Definition, DefinitionUri, DefinitionSubstitutions } = cx.props;
  const isInline = isTruthy(Definition);
  if (isInline && isTruthy(DefinitionUri)) {
    cx.fail(TwoDefinitions(), entryOf(cx.properties, 'DefinitionUri')?.key ?? cx.cause);
  }
  if (!isInline && !isTruthy(DefinitionUri)) cx.fail(NoDefinition(), cx.cause);
  if (isTruthy(DefinitionSubstitutions)) carry(cx.properties, 'DefinitionSubstitutions', properties);
  if (!isInline) {
    properties['DefinitionS3Location'] = definitionLocation(cx);
    return;
  }
  const { text, substitutions } = definitionText(Definition as JsonMap);
  const at = cx.at('Definition');
  properties['DefinitionString'] = text;
  if (at) place(properties, 'DefinitionString', { key: at, value: at });
  if (!isTruthy(substitutions)) return;
  const given = properties['DefinitionSubstitutions'];
  const all = isMap(given) ? shallowCopy(given) : newMap();
  for (const name of Object.keys(substitutions)) carry(substitutions, name, all);
  properties['DefinitionSubstitutions'] = all;
};

const setRole = (cx: StateMachineContext, properties: JsonMap): void => {
  const { Role, Policies, RolePath, PermissionsBoundary } = cx.props;
  if (isTruthy(Role)) {
    if (isTruthy(Policies)) cx.report(RoleAndPolicies(), cx.at('Policies'));
    carry(cx.properties, 'Role', properties, 'RoleArn');
    return;
  }
  const role = new ExecutionRole({
    id: `${cx.id}Role`,
    assumeRolePolicyDocument: assumeRolePolicy('states.amazonaws.com'),
    managedPolicyArns: [],
    policies: [],
    path: RolePath,
    permissionsBoundary: PermissionsBoundary,
    author: cx.properties,
    tags: tagsOf(cx),
    attributes: cx.inherited,
    cause: lacking(cx.at('Policies'), 'Role', cx.cause),
  });
  role.addAuthorPolicies(Policies, cx);
  if (get(cx.properties['Tracing'], 'Enabled') === true) {
    role.addManagedPolicy(xrayPolicy(cx.partition), cx.at('Tracing', 'Enabled'));
  }
  role.emit(cx);
  properties['RoleArn'] = getAtt(role.id, 'Arn');
};

/** The tags of the state machine and its role; where they are propagated, SAM's own tag gives way to them. */
const tagsOf = (cx: StateMachineContext): Json[] => {
  const own = isMap(cx.props.Tags) ? tagList(cx.props.Tags) : [];
  return propagatedTags(cx) ? own : [...tagList({ 'stateMachine:createdBy': 'SAM' }), ...own];
};

const attach = (cx: StateMachineContext, aliasId: string | undefined): void => {
  const targetId = (cx.props.UseAliasAsEventTarget === true ? aliasId : undefined) ?? cx.id;
  const host = {
    kind: 'stateMachine',
    targetId,
    functionId: cx.id,
    arn: ref(targetId),
    role: undefined,
    propagatedTags: propagatedTags(cx),
    inherited: cx.inherited,
    properties: cx.properties,
  } as const;
  const events = cx.props.Events;
  if (isMap(events)) cx.attachEvents(host, cx.keys(events));
};
