import { isNoValue, ref } from '../../model/intrinsics.ts';
import { append } from '../../model/lists.ts';
import type { Cause } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { placeOfResource } from '../compare/resources.ts';
import { isPolicy, namesPrincipals } from '../meaning/policy.ts';
import type { Resource, Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';
import { branchesOf, itemsOf, placedItems } from './branches.ts';
import { only, type StatementSets } from './item-sets.ts';
import { type Row, rowsOf, whenBoth } from './rows.ts';

/** `identity`: what it may do; `trust`: who may take the role; `resource`: who may do what with it. */
export type Relation = 'identity' | 'trust' | 'resource';

/** Permissions that belong together: those of one role, or those on one resource. */
export interface Holder {
  /** The logical id, or what the template calls it. */
  readonly id: string;
  readonly relation: Relation;
  readonly type: string;
  readonly rows: Row[];
}

const identities: ReadonlySet<string> = new Set(['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group']);
const attached: ReadonlySet<string> = new Set([
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
]);

/** Where a policy of a resource says what it is for; otherwise it is for the resource it stands in. */
const targets: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::SQS::QueuePolicy', ['Queues']],
  ['AWS::SQS::QueueInlinePolicy', ['Queue']],
  ['AWS::SNS::TopicPolicy', ['Topics']],
  ['AWS::SNS::TopicInlinePolicy', ['TopicArn']],
  ['AWS::S3::BucketPolicy', ['Bucket']],
  ['AWS::SecretsManager::ResourcePolicy', ['SecretId']],
  ['AWS::Kinesis::ResourcePolicy', ['ResourceArn']],
]);

/** Everything that may be done in a template: what each role may do, who may take it, and who may use what. */
export const holdersOf = (side: Side): ReadonlyMap<string, Holder> => {
  const reader = new Reader(side);
  for (const resource of side.resources.values()) reader.read(resource);
  return reader.holders;
};

class Reader {
  readonly holders = new Map<string, Holder>();
  readonly #side: Side;
  /** The ids of roles, users and groups by their names. */
  #names: ReadonlyMap<string, string> | undefined;
  /** The managed policies that roles, users and groups name. */
  #taken: ReadonlySet<string> | undefined;

  constructor(side: Side) {
    this.#side = side;
  }

  read(resource: Resource): void {
    if (identities.has(resource.type)) this.#identity(resource);
    else if (attached.has(resource.type)) this.#attached(resource);
    else if (resource.type === 'AWS::Lambda::Permission') this.#permission(resource);
    else if (mayHoldPolicy(resource.body)) this.#resource(resource);
  }

  #holder(id: string, relation: Relation): Holder {
    const key = `${relation} ${id}`;
    const known = this.holders.get(key);
    if (known) return known;
    const type = this.#side.resources.get(id)?.type ?? '';
    const holder = { id, relation, type, rows: [] };
    this.holders.set(key, holder);
    return holder;
  }

  /** Adds what counts on a condition, unless it is the one that the holder itself is there on. */
  #add(id: string, relation: Relation, rows: readonly Row[], when: string): void {
    const own = this.#side.resources.get(id);
    const only = own !== undefined && this.#when(own) === when ? '' : when;
    append(
      this.#holder(id, relation).rows,
      only === '' ? rows : rows.map((row) => ({ ...row, when: whenBoth(only, row.when) })),
    );
  }

  /** The condition on which a resource is there; empty where it always is. */
  #when({ body }: Resource): string {
    const holds = this.#side.meaning.condition(body);
    return typeof holds === 'object' ? holds.key : '';
  }

  #identity(resource: Resource): void {
    const properties = this.#side.meaning.properties(resource.body);
    const holder = this.#holder(resource.id, 'identity');
    for (const policy of itemsOf(get(properties, 'Policies'))) {
      append(holder.rows, documentRows(get(policy.value, 'PolicyDocument'), policy.when));
    }
    const arns = get(properties, 'ManagedPolicyArns');
    for (const { value: arn, when, at } of placedItems(arns, placeOfResource(resource, this.#side))) {
      if (isNoValue(arn)) continue;
      if (!this.#isOwnPolicy(arn)) holder.rows.push({ ...managedRow(arn, at), when });
      else this.#documentOf(get(arn, 'Ref'), when, holder);
    }
    const trust = get(properties, 'AssumeRolePolicyDocument');
    if (trust !== undefined) append(this.#holder(resource.id, 'trust').rows, documentRows(trust));
  }

  #isOwnPolicy(arn: Json): boolean {
    const id = get(arn, 'Ref');
    return isString(id) && this.#side.resources.get(id)?.type === 'AWS::IAM::ManagedPolicy';
  }

  #documentOf(id: Json | undefined, when: string, holder: Holder): void {
    const policy = isString(id) ? this.#side.resources.get(id) : undefined;
    const document = policy && get(this.#side.meaning.properties(policy.body), 'PolicyDocument');
    append(holder.rows, documentRows(document, when));
  }

  #attached(resource: Resource): void {
    const properties = this.#side.meaning.properties(resource.body);
    const rows = documentRows(get(properties, 'PolicyDocument'));
    const holders = ['Roles', 'RoleName', 'Users', 'UserName', 'Groups', 'GroupName'].flatMap((name) =>
      itemsOf(get(properties, name)),
    );
    for (const { value, when } of holders) {
      this.#add(idOf(value) ?? this.#named(value), 'identity', rows, whenBoth(this.#when(resource), when));
    }
    // A policy without holders in the template may be attached to others outside of it.
    const isOpen = resource.type === 'AWS::IAM::ManagedPolicy' && holders.every(({ value }) => isNoValue(value));
    if (isOpen && !this.#isTaken(resource.id)) this.#add(resource.id, 'identity', rows, this.#when(resource));
  }

  /** Whether a role, user or group of the template names a managed policy. */
  #isTaken(id: string): boolean {
    this.#taken ??= new Set(
      [...this.#side.resources.values()]
        .filter(({ type }) => identities.has(type))
        .flatMap(({ body }) => itemsOf(get(this.#side.meaning.properties(body), 'ManagedPolicyArns')))
        .flatMap(({ value }) => idOf(value) ?? []),
    );
    return this.#taken.has(id);
  }

  /** The id of the identity of the template that has this name, or the name. */
  #named(name: Json): string {
    this.#names ??= new Map(
      [...this.#side.resources.values()].flatMap(({ id, type, body }) => {
        const given = identities.has(type) ? get(get(body, 'Properties'), `${type.split('::')[2]}Name`) : undefined;
        return isString(given) ? [[given, id] as const] : [];
      }),
    );
    const text = symbolic(name);
    return this.#names.get(text) ?? text;
  }

  #permission(resource: Resource): void {
    const properties = this.#side.meaning.properties(resource.body);
    const fn = get(properties, 'FunctionName');
    const text = (name: string) => {
      const value = get(properties, name);
      return value === undefined ? undefined : symbolic(value);
    };
    const principal = text('Principal') ?? '';
    const conditions = [
      'SourceArn',
      'SourceAccount',
      'PrincipalOrgID',
      'EventSourceToken',
      'FunctionUrlAuthType',
      'InvokedViaFunctionUrl',
    ]
      .map((name) => [name, text(name)] as const)
      .filter(([, value]) => value !== undefined);
    const row: Row = {
      effect: 'Allow',
      kind: 'plain',
      action: text('Action') ?? '',
      resource: '',
      principal: /\.amazon(?:aws)?\.com/.test(principal) ? `Service:${principal}` : `AWS:${principal}`,
      condition: conditions.map(([name, value]) => `${name} ${value}`).join(', '),
      tests: conditionOf(properties),
      when: '',
      at: placeOfResource(resource, this.#side),
    };
    this.#add(fn === undefined ? '' : (idOf(fn) ?? symbolic(fn)), 'resource', [row], this.#when(resource));
  }

  #resource(resource: Resource): void {
    const properties = this.#side.meaning.properties(resource.body);
    const names = targets.get(resource.type);
    const policies = [...policiesIn(properties)];
    // A policy of IoT, a permission set …: it holds for the things, people and accounts that it is attached to.
    const attached = names ? [] : policies.filter(({ value }) => !namesPrincipals(value));
    const rowsOf = (some: readonly PolicyBranch[]) => some.flatMap(({ value, when }) => documentRows(value, when));
    const own = rowsOf(attached);
    if (own.length > 0) this.#add(resource.id, 'identity', own, this.#when(resource));
    const rows = rowsOf(policies.filter((each) => !attached.includes(each)));
    if (rows.length === 0) return;
    const whose = names?.flatMap((name) => itemsOf(get(properties, name))) ?? [{ value: ref(resource.id), when: '' }];
    for (const { value, when } of whose)
      this.#add(idOf(value) ?? symbolic(value), 'resource', rows, whenBoth(this.#when(resource), when));
  }
}

/** The condition that Lambda makes of a permission. */
const conditionOf = (properties: JsonMap): JsonMap => {
  const tests = (name: string, key: string) => {
    const value = get(properties, name);
    return value === undefined ? {} : Object.assign(newMap(), { [key]: value });
  };
  return Object.assign(newMap(), {
    StringEquals: Object.assign(newMap(), tests('SourceAccount', 'aws:SourceAccount')),
    ArnLike: Object.assign(newMap(), tests('SourceArn', 'aws:SourceArn')),
  });
};

/** Whether the properties may hold a policy, at a glance. */
const mayHoldPolicy = (body: JsonMap): boolean => {
  const properties = get(body, 'Properties');
  return isMap(properties) && Object.keys(properties).some((name) => /Polic|^Body$/.test(name));
};

/** A policy document, and what decides whether it counts. */
interface PolicyBranch {
  readonly value: JsonMap;
  readonly when: string;
}

/** The policy documents among the properties of a resource; those of an API stand in its document. */
function* policiesIn(properties: JsonMap): Generator<PolicyBranch> {
  for (const name of Object.keys(properties)) {
    const value = properties[name]!;
    const inner = name === 'Body' ? get(value, 'x-amazon-apigateway-policy') : (get(value, 'PolicyDocument') ?? value);
    for (const { value, when } of branchesOf(inner)) if (isPolicy(value)) yield { value, when };
  }
}

/** The rows of a document, and of both documents that a condition chooses between. */
const documentRows = (document: Json | undefined, around = ''): Row[] =>
  branchesOf(document, around).flatMap(({ value, when }) =>
    isPolicy(value) ? rowsOf(value).map((row) => ({ ...row, when: whenBoth(when, row.when) })) : [],
  );

const everything: StatementSets = {
  actions: only('*'),
  resources: only('*'),
  principals: only(''),
  condition: '',
};

/** A policy that stands elsewhere: all that is known of it is its name, and of one that it allows everything. */
const managedRow = (arn: Json, at: Cause | undefined): Row => ({
  effect: 'Allow',
  kind: 'except',
  action: `managed policy ${symbolic(arn).replace(/^arn:[^/]*\//, '')}`,
  sets: /^arn:[^:]*:iam::aws:policy\/AdministratorAccess$/.test(symbolic(arn)) ? everything : undefined,
  resource: '',
  principal: '',
  condition: '',
  when: '',
  at,
});

/** The resource that a reference means. */
const idOf = (value: Json): string | undefined => {
  const reference = get(value, 'Ref');
  if (isString(reference)) return reference;
  const attribute = get(value, 'Fn::GetAtt');
  return isList(attribute) && isString(attribute[0]) ? attribute[0] : undefined;
};
