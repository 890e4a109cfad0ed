import { getAtt } from '../../model/intrinsics.ts';
import { byCodePoint } from '../../model/hash.ts';
import { defineResource, type ResourceContext } from '../../model/plugin.ts';
import { tagList } from '../../model/tags.ts';
import { get, getIn, isMap, isString, type JsonMap } from '../../model/tree.ts';
import { assumeRolePolicy, awsManagedPolicy, ExecutionRole } from '../../policies/role.ts';
import { codeOf } from './code.ts';
import { functionProperties } from './properties.ts';

export type FunctionContext = ResourceContext<typeof functionProperties>;

export const functionPlugin = defineResource({
  type: 'AWS::Serverless::Function',
  phase: 'function',
  properties: functionProperties,
  expand(cx) {
    const properties = cx.passed();
    properties['Code'] = codeOf(cx);
    properties['Tags'] = tagList({ 'lambda:createdBy': 'SAM', ...(isMap(cx.props.Tags) ? cx.props.Tags : {}) });
    const role = properties['Role'] === undefined ? executionRole(cx) : undefined;
    if (role) properties['Role'] = getAtt(role.id, 'Arn');
    cx.emit({ id: cx.id, type: 'AWS::Lambda::Function', properties, attributes: cx.attributes, cause: cx.cause });
    cx.attachEvents(
      {
        kind: 'function',
        targetId: cx.id,
        functionId: cx.id,
        arn: getAtt(cx.id, 'Arn'),
        role,
        propagatedTags: undefined,
        inherited: cx.inherited,
        properties: cx.properties,
      },
      eventOrder(cx),
    );
    role?.emit(cx);
  },
});

const executionRole = (cx: FunctionContext): ExecutionRole => {
  const role = new ExecutionRole({
    id: `${cx.id}Role`,
    assumeRolePolicyDocument: cx.props.AssumeRolePolicyDocument ?? assumeRolePolicy('lambda.amazonaws.com'),
    managedPolicyArns: [awsManagedPolicy(cx.partition, 'service-role/AWSLambdaBasicExecutionRole')],
    policies: [],
    tags: tagList({ 'lambda:createdBy': 'SAM', ...(isMap(cx.props.Tags) ? cx.props.Tags : {}) }),
    attributes: cx.inherited,
    cause: cx.at('Policies'),
  });
  role.addAuthorPolicies(cx.props.Policies, cx);
  return role;
};

/** Events in the order of their `Path`, or of their id without one: `$default` comes before any other route. */
const eventOrder = (cx: FunctionContext): string[] => {
  const events = get(cx.properties, 'Events');
  if (!isMap(events)) return [];
  const key = (id: string): string => {
    const path = getIn(events as JsonMap, id, 'Properties', 'Path');
    return isString(path) ? path : id;
  };
  return cx.keys(events).sort((left, right) => byCodePoint(key(left), key(right)));
};

