import { inTable } from '../../../model/in-table.ts';
import { type Form, formOf } from '../../../model/references.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, isString, type Json } from '../../../model/tree.ts';
import { attributeOf } from '../templates/attribute.ts';
import { isOpaque } from '../templates/opaque.ts';
import type { Wanted } from './wanted.ts';

/** A reference that gives something else than what is wanted. */
export type Mismatch =
  | { readonly kind: 'form'; readonly target: ResourceNode; readonly given: Form; readonly cure: string | undefined }
  | { readonly kind: 'attribute'; readonly target: ResourceNode; readonly attribute: string }
  /** An attribute that is of another resource, or of none. */
  | { readonly kind: 'meaning'; readonly target: ResourceNode; readonly means: string }
  | { readonly kind: 'type'; readonly target: ResourceNode };

/** What is wrong with a reference to a resource where something is wanted; undefined where nothing is, or it is not known. */
export const mismatchOf = (value: Json, wanted: Wanted, cx: RuleContext): Mismatch | undefined => {
  const target = cx.target(value);
  if (!target || isOpaque(target.type)) return undefined;
  const attribute = attributeOf(value);
  if (attribute === undefined && get(value, 'Fn::GetAtt') !== undefined) return undefined;
  const means = attribute === undefined ? undefined : meaningOf(target.type, attribute);
  if (means !== undefined && wanted.types.length > 0 && !wanted.types.includes(means)) {
    return { kind: 'meaning', target, means: means === '' ? 'something else' : `the id of an ${means}` };
  }
  if (wanted.types.length > 0 && !wanted.types.includes(target.type)) {
    return isOfItself(attribute) ? { kind: 'type', target } : undefined;
  }
  const only = inTable(wanted.attributes ?? {}, target.type);
  if (only !== undefined && attribute !== only) return { kind: 'attribute', target, attribute: only };
  const given = isNamed(target, attribute) ? 'name' : formOf(target.type, attribute);
  if (given === undefined || wanted.forms.has(given)) return undefined;
  const cure =
    wanted.prefix === undefined ? referenceOf(target, wanted.forms, cx) : `!Sub ${wanted.prefix}\${${target.id}}`;
  return { kind: 'form', target, given, cure };
};

/**
 * The reference that a text begins with where an ARN is wanted, if it gives something else: `!Sub '${Bucket}/*'` is no
 * ARN, whatever follows.
 */
export const wrongBeginning = (value: Json, wanted: Wanted, cx: RuleContext): Beginning | undefined => {
  const text = get(value, 'Fn::Sub');
  if (!isString(text) || wanted.forms.size !== 1 || !wanted.forms.has('arn')) return undefined;
  const [, reference, id, attribute] = /^(\$\{([A-Za-z0-9]+)(?:\.([A-Za-z0-9.]+))?\})./.exec(text) ?? [];
  const target = id === undefined ? undefined : cx.resource(id);
  if (!target || isOpaque(target.type)) return undefined;
  const given = isNamed(target, attribute) ? 'name' : formOf(target.type, attribute);
  return given === undefined || given === 'arn' || given === 'other'
    ? undefined
    : { target, given, reference: reference! };
};

export interface Beginning {
  readonly target: ResourceNode;
  readonly given: Form;
  /** As it is written: `${Bucket}`. */
  readonly reference: string;
}

/** What attributes of EC2's resources are the id of; empty where they are not an id. */
const meanings: Readonly<Record<string, string>> = {
  AvailabilityZone: '',
  CidrBlock: '',
  CidrBlockAssociations: '',
  DefaultNetworkAcl: 'AWS::EC2::NetworkAcl',
  DefaultSecurityGroup: 'AWS::EC2::SecurityGroup',
  GroupId: 'AWS::EC2::SecurityGroup',
  InstanceId: 'AWS::EC2::Instance',
  Ipv6CidrBlocks: '',
  PrivateDnsName: '',
  PrivateIp: '',
  PublicDnsName: '',
  PublicIp: '',
  SubnetId: 'AWS::EC2::Subnet',
  VpcId: 'AWS::EC2::VPC',
};

const meaningOf = (type: string, attribute: string): string | undefined =>
  type.startsWith('AWS::EC2::') ? inTable(meanings, attribute) : undefined;

/** Whether a reference is to the resource itself, and not to another one that it names: `Subnet.VpcId`. */
const isOfItself = (attribute: string | undefined): boolean =>
  attribute === undefined || attribute === 'Arn' || attribute === 'Id' || attribute === 'Name';

/** `Ref` gives the name of a security group outside of a VPC, and the ID of all others. */
const isNamed = (target: ResourceNode, attribute: string | undefined): boolean =>
  target.type === 'AWS::EC2::SecurityGroup' && attribute === undefined && target.lacks('VpcId');

/** How to refer to a resource so that it gives one of these forms. */
const referenceOf = (target: ResourceNode, forms: ReadonlySet<Form>, cx: RuleContext): string | undefined => {
  const own = isNamed(target, undefined) ? 'name' : formOf(target.type);
  if (own !== undefined && forms.has(own)) return `!Ref ${target.id}`;
  const attributes = cx.specs?.resource(target.type)?.attributes ?? [];
  const fitting = attributes.filter((attribute) => forms.has(formOf(target.type, attribute) ?? 'other'));
  const best = fitting.find((attribute) => attribute === 'Arn') ?? fitting[0];
  return best === undefined ? undefined : `!GetAtt ${target.id}.${best}`;
};
