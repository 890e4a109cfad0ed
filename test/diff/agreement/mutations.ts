import type { Random } from '../../mutation/random.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates are any data here
type Any = any;

/** Changes a template in place; false where it has nothing of that kind. */
type Mutation = (template: Any, random: Random, spec: SpecOf) => boolean;

/** What is known of a type: its properties, and those that replace it. */
export type SpecOf = (
  type: string,
) => { readonly names: readonly string[]; readonly replacing: readonly string[] } | undefined;

const idsOf = (template: Any): string[] => Object.keys(template.Resources ?? {});

interface Spot {
  readonly container: Any;
  readonly key: string | number;
}

/** Every place below the properties of all resources whose value is of a kind. */
const spots = (template: Any, wanted: (value: Any, key: string | number) => boolean): Spot[] => {
  const found: Spot[] = [];
  const walk = (container: Any) => {
    for (const key of Array.isArray(container) ? container.keys() : Object.keys(container)) {
      const value = container[key];
      if (wanted(value, key)) found.push({ container, key });
      if (typeof value === 'object' && value !== null) walk(value);
    }
  };
  for (const id of idsOf(template)) if (template.Resources[id].Properties) walk(template.Resources[id].Properties);
  return found;
};

const change =
  (wanted: (value: Any, key: string | number) => boolean, next: (value: Any, random: Random) => Any): Mutation =>
  (template, random) => {
    const spot = random.pick(spots(template, wanted));
    if (!spot) return false;
    spot.container[spot.key] = next(spot.container[spot.key], random);
    return true;
  };

const isPolicyText = (value: Any): boolean => Array.isArray(value?.Statement) && value.Statement.length > 0;

const inPolicy =
  (edit: (statements: Any[], random: Random) => boolean): Mutation =>
  (template, random) => {
    const spot = random.pick(spots(template, isPolicyText));
    return spot !== undefined && edit(spot.container[spot.key].Statement, random);
  };

const reversedKeys = (value: Any): Any => {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversedKeys(each)]),
  );
};

/** What is changed in templates. The first ones change nothing that CloudFormation would see. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'keys in another order': (template) => {
    for (const id of idsOf(template)) template.Resources[id] = reversedKeys(template.Resources[id]);
    return true;
  },
  'resources in another order': (template) => {
    template.Resources = Object.fromEntries(Object.entries(template.Resources).reverse());
    return true;
  },
  'a number as a text': change((value) => typeof value === 'number', String),
  'a list in another order': change(
    (value, key) => Array.isArray(value) && value.length > 1 && !String(key).startsWith('Fn::'),
    (value) => [...value].reverse(),
  ),
  'Fn::Sub as Fn::Join': change(
    (value) =>
      typeof value?.['Fn::Sub'] === 'string' &&
      /\$\{[\w:]+\}/.test(value['Fn::Sub']) &&
      !/\$\{[!\w:]*[.!]/.test(value['Fn::Sub']),
    (value) => ({
      'Fn::Join': [
        '',
        value['Fn::Sub']
          .split(/(\$\{[\w:]+\})/)
          .filter(Boolean)
          .map((part: string) => (part.startsWith('${') ? { Ref: part.slice(2, -1) } : part)),
      ],
    }),
  ),
  'Fn::GetAtt as a text': change(
    (value) => Array.isArray(value?.['Fn::GetAtt']),
    (value) => ({ 'Fn::GetAtt': value['Fn::GetAtt'].join('.') }),
  ),
  'DependsOn in another order': (template) => {
    const id = idsOf(template).find((each) => Array.isArray(template.Resources[each].DependsOn));
    if (id === undefined) return false;
    template.Resources[id].DependsOn.reverse();
    return true;
  },
  'an action in a list': inPolicy((statements) => {
    const statement = statements.find((each) => typeof each.Action === 'string');
    if (!statement) return false;
    statement.Action = [statement.Action];
    return true;
  }),
  'statements in another order': inPolicy((statements) => statements.length > 1 && Boolean(statements.reverse())),
  'a statement divided': inPolicy((statements) => {
    const statement = statements.find((each) => Array.isArray(each.Action) && each.Action.length > 1);
    if (!statement) return false;
    statements.push({ ...statement, Action: statement.Action.slice(1) });
    statement.Action = statement.Action[0];
    return true;
  }),
  'another text': change(
    (value) => typeof value === 'string',
    (value) => `${value}x`,
  ),
  'another number': change(
    (value) => typeof value === 'number',
    (value) => value + 1,
  ),
  'a text becomes a parameter': (template, random) => {
    template.Parameters = { ...template.Parameters, MutantText: { Type: 'String' } };
    return change(
      (value) => typeof value === 'string',
      () => ({ Ref: 'MutantText' }),
    )(template, random, () => undefined);
  },
  'a property less': (template, random) => {
    const ids = idsOf(template).filter((id) => Object.keys(template.Resources[id].Properties ?? {}).length > 0);
    const properties = template.Resources[random.pick(ids)!]?.Properties;
    if (!properties) return false;
    delete properties[random.pick(Object.keys(properties))!];
    return true;
  },
  'a property that replaces': (template, random, spec) => {
    const ids = idsOf(template).filter((id) => (spec(template.Resources[id].Type)?.replacing.length ?? 0) > 0);
    const id = random.pick(ids);
    if (id === undefined) return false;
    const { Type, Properties = {} } = template.Resources[id];
    const name = random.pick(spec(Type)!.replacing.filter((each) => !each.includes('.')))!;
    template.Resources[id].Properties = { ...Properties, [name]: 'replaced-by-mutation' };
    return true;
  },
  'a property that nothing knows': (template, random) => {
    const resource = template.Resources[random.pick(idsOf(template))!];
    resource.Properties = { ...resource.Properties, Unheard: 'of' };
    return true;
  },
  'a resource less': (template, random) => {
    delete template.Resources[random.pick(idsOf(template))!];
    return true;
  },
  'a resource more': (template) => {
    template.Resources.MutantQueue = { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 7 } };
    return true;
  },
  'a resource under another id': (template, random) => {
    const id = random.pick(idsOf(template))!;
    template.Resources[`${id}Mutant`] = template.Resources[id];
    delete template.Resources[id];
    return true;
  },
  'another type': (template, random) => {
    template.Resources[random.pick(idsOf(template))!].Type = 'AWS::CloudFormation::WaitConditionHandle';
    return true;
  },
  'a deletion policy': (template, random) => {
    const resource = template.Resources[random.pick(idsOf(template))!];
    resource.DeletionPolicy = resource.DeletionPolicy === 'Retain' ? 'Delete' : 'Retain';
    return true;
  },
  'another dependency': (template, random) => {
    const [first, second] = [random.pick(idsOf(template))!, random.pick(idsOf(template))!];
    if (first === second) return false;
    template.Resources[first].DependsOn = second;
    return true;
  },
  'another condition': (template, random) => {
    const name = random.pick(Object.keys(template.Conditions ?? {}));
    if (name === undefined) return false;
    template.Conditions[name] = { 'Fn::Equals': ['mutant', { Ref: 'AWS::StackName' }] };
    return true;
  },
  'another mapping': (template) => {
    const [map] = Object.values(template.Mappings ?? {}) as Any[];
    const [row] = Object.values(map ?? {}) as Any[];
    const key = Object.keys(row ?? {})[0];
    if (key === undefined) return false;
    row[key] = `${row[key]}x`;
    return true;
  },
  'an action more': inPolicy((statements, random) => {
    const statement = random.pick(statements)!;
    if (statement.Action === undefined) return false;
    statement.Action = [statement.Action, 'sqs:PurgeQueue'].flat();
    return true;
  }),
  'a statement more': inPolicy((statements) =>
    Boolean(statements.push({ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' })),
  ),
  'a statement less': inPolicy((statements) => statements.length > 1 && Boolean(statements.pop())),
  'all actions': inPolicy((statements) => {
    statements[0].Action = '*';
    return true;
  }),
  'a permission more': (template, random) => {
    const fn = random.pick(idsOf(template).filter((id) => template.Resources[id].Type === 'AWS::Lambda::Function'));
    if (fn === undefined) return false;
    template.Resources.MutantPermission = {
      Type: 'AWS::Lambda::Permission',
      Properties: { Action: 'lambda:InvokeFunction', FunctionName: { Ref: fn }, Principal: 'sns.amazonaws.com' },
    };
    return true;
  },
  'a managed policy more': (template, random) => {
    const role = random.pick(idsOf(template).filter((id) => template.Resources[id].Type === 'AWS::IAM::Role'));
    if (role === undefined) return false;
    const { Properties } = template.Resources[role];
    Properties.ManagedPolicyArns = [
      ...(Properties.ManagedPolicyArns ?? []),
      'arn:aws:iam::aws:policy/AdministratorAccess',
    ];
    return true;
  },
};
