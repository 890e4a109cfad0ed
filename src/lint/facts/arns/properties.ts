import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isIntrinsic, isList, isMap, isString, type Json } from '../../../model/tree.ts';
import { presentIn } from '../templates/choices.ts';
import { type Preorder, preorderOf } from '../templates/preorder.ts';

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
  const row = preorderOf(cx.template);
  for (const body of row.entriesOf(row.entryIn(0, 'Resources'))) {
    const owner = cx.resource(String(row.steps[body]));
    if (!owner?.type.startsWith('AWS::') || owner.type.startsWith('AWS::CloudFormation::')) continue;
    const properties = row.entryIn(body, 'Properties');
    if (properties !== undefined) visit(row, properties, owner, found);
  }
  return found;
};

const visit = (row: Preorder, properties: number, owner: ResourceNode, found: ArnValue[]): void => {
  const { values, steps, ends } = row;
  for (let at = properties + 1; at < ends[properties]!; at++) {
    const key = steps[at]!;
    const value = values[at]!;
    const isObject = typeof value === 'object' && value !== null;
    // Anything else is not an ARN, or none that could be judged.
    if (typeof key === 'number' || (!isObject && !(isString(value) && value.startsWith('arn:')))) continue;
    if (takesArn.test(key)) collect(value, row.placeOf(at, properties + 1, owner.at), owner, found);
    else if (isObject && !free.has(key) && !row.isFunction(at)) continue;
    at = ends[at]! - 1;
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
