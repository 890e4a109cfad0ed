import { type Cause, entryOf, originOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isIntrinsic, isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { presentIn } from '../templates/choices.ts';

/** A value of a property that takes an ARN. */
export interface ArnValue {
  readonly value: Json;
  readonly at: Cause | undefined;
  readonly owner: ResourceNode;
  /** Whether it stands in a branch of `Fn::If`, and so may not be deployed. */
  readonly conditional: boolean;
}

const takesArn = /(Arn|ARN)s?$|^(Role|Layers)$/;
/** What is free text to CloudFormation. */
const free: ReadonlySet<string> = new Set([
  'Body',
  'Definition',
  'DefinitionString',
  'DefinitionSubstitutions',
  'Environment',
  'EventPattern',
  'Input',
  'Metadata',
  'Parameters',
  'PolicyDocument',
  'AssumeRolePolicyDocument',
  'Tags',
]);

/** The values of all properties of AWS resources whose name says that they take ARNs. */
export const arnValues = (cx: TemplateView): ArnValue[] => {
  const found: ArnValue[] = [];
  for (const owner of cx.resources()) {
    if (owner.type.startsWith('AWS::') && !owner.type.startsWith('AWS::CloudFormation::')) {
      visit(owner.properties, owner.at, owner, found);
    }
  }
  return found;
};

const visit = (
  container: JsonMap | Json[],
  around: Cause | undefined,
  owner: ResourceNode,
  found: ArnValue[],
): void => {
  if (isList(container)) {
    for (const item of container) {
      if (typeof item === 'object' && item !== null) visit(item, originOf(item) ?? around, owner, found);
    }
    return;
  }
  for (const key in container) {
    const value = container[key]!;
    const isObject = typeof value === 'object' && value !== null;
    // Anything else is not an ARN, or none that could be judged.
    if (!isObject && !(isString(value) && value.startsWith('arn:'))) continue;
    if (takesArn.test(key)) {
      collect(value, entryOf(container, key)?.value ?? originOf(value) ?? around, owner, found);
    } else if (isObject && !free.has(key) && !isIntrinsic(value)) {
      visit(value, originOf(value) ?? around, owner, found);
    }
  }
};

const collect = (value: Json, at: Cause | undefined, owner: ResourceNode, found: ArnValue[]): void => {
  const branches = presentIn(value, at);
  for (const branch of branches) {
    const conditional = branch.value !== value;
    if (isList(branch.value)) {
      for (const [index, item] of branch.value.entries()) {
        collect(item, entryOf(branch.value, index)?.value ?? branch.at, owner, found);
      }
    } else if (!isMap(branch.value) || isIntrinsic(branch.value)) {
      found.push({ value: branch.value, at: branch.at, owner, conditional });
    }
  }
};
