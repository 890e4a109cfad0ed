import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules/index.ts';
import {
  defineRule,
  defineTemplateRule,
  type ResourceNode,
  type Rule,
  type RuleContext,
} from '../../src/model/rule.ts';
import type { JsonMap, Step } from '../../src/model/tree.ts';

const others = `
Transform: AWS::Serverless-2016-10-31
Parameters:
  Name: {Type: String}
Conditions:
  Named: !Not [!Equals [!Ref Name, '']]
Resources:
  Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
Outputs:
  Handle: {Value: !Ref Handle}
`;

/** What a rule looks at in a template without any of the resources that it needs. */
const lookedAt = ({ needs: _, ...rule }: Rule): ReadonlySet<string> => {
  const found = new Set<string>();
  const sections = new Proxy<JsonMap>(
    {},
    {
      get: (_, name) => void found.add(`the section ${String(name)}`),
      getOwnPropertyDescriptor: (_, name) => void found.add(`the section ${String(name)}`),
      ownKeys: () => {
        found.add('all sections');
        return [];
      },
    },
  );
  const noted = (...types: string[]): readonly [] => {
    for (const type of types.length > 0 ? types : ['all types']) found.add(type);
    return [];
  };
  const seen: Partial<RuleContext> = {
    resources: noted,
    sources: noted,
    template: sections,
    source: sections,
    document: sections,
    option: (name) => rule.options?.[name]?.default as never,
  };
  const probe = defineTemplateRule({
    ...rule,
    id: 'own-probe',
    supersedes: [],
    check: (cx) =>
      rule.check(
        undefined as never,
        new Proxy(cx, {
          get: (target, name) => {
            const value = name in seen ? seen[name as keyof RuleContext] : Reflect.get(target, name, target);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        }),
      ),
  });
  const { problems } = lint(others, { rules: [probe], only: ['own-probe'] });
  expect(problems).toEqual([]);
  return found;
};

describe('needs', () => {
  const declared = rules.filter(({ needs }) => needs !== undefined);

  it('are declared by many rules', () => {
    expect(declared.length).toBeGreaterThan(50);
  });

  // A rule that asks for another type could find something where it is not run.
  it.each(declared.map((rule) => [rule.id, rule] as const))('%s asks for just the types that it needs', (_, rule) => {
    expect([...lookedAt(rule)].sort()).toEqual([...new Set(rule.needs)].sort());
  });

  it('keep a rule from running where no resource is of their types, as written or as expanded', () => {
    const ran: string[] = [];
    const ruleFor = (id: string, ...needs: string[]): Rule => ({
      ...defineTemplateRule({
        id,
        level: 'warning',
        category: 'style',
        stage: 'expanded',
        title: 'Any',
        description: 'Any.',
        source: 'https://example.com',
        messages: { any: 'Any.' },
        ...(needs.length > 0 && { needs }),
        check: () => void ran.push(id),
      }),
    });
    const own = [
      ruleFor('own-queue', 'AWS::SQS::Queue'),
      ruleFor('own-written', 'AWS::SQS::Queue', 'AWS::Serverless::SimpleTable'),
      ruleFor('own-expanded', 'AWS::DynamoDB::Table'),
      ruleFor('own-any'),
    ];
    const table = 'Transform: AWS::Serverless-2016-10-31\nResources: {Orders: {Type: AWS::Serverless::SimpleTable}}';
    lint(table, { rules: own });
    expect(ran).toEqual(['own-written', 'own-expanded', 'own-any']);
  });
});

/** What a rule asks of a resource without any property. */
const askedOf = ({ reads: _, ...rule }: Rule, type: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const questions = new Set(['get', 'all', 'literals', 'numbers', 'strings', 'place', 'keyPlace', 'lacks']);
  const seen = (node: ResourceNode): ResourceNode =>
    new Proxy(node, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (!questions.has(String(name)) || typeof value !== 'function') {
          if (name !== 'type' && name !== 'id') found.add(`the node's '${String(name)}'`);
          return value;
        }
        return (...path: Step[]) => {
          found.add(String(path[0]));
          return value.apply(target, path) as unknown;
        };
      },
    });
  const probe = defineTemplateRule({
    ...rule,
    id: 'own-probe',
    supersedes: [],
    check: (cx) => {
      const node = cx.resource('Any') ?? cx.written('Any');
      const watched = new Proxy(cx, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (name !== 'option') found.add(`the context's '${String(name)}'`);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      rule.check(seen(node!), watched);
    },
  });
  const { problems } = lint(`Resources: {Any: {Type: '${type}'}}`, { rules: [probe], only: ['own-probe'] });
  expect(problems.filter(({ code }) => /^(own|invalid)-/.test(code))).toEqual([]);
  return found;
};

describe('reads', () => {
  const declared = rules.flatMap((rule) =>
    rule.reads ? (rule.on as string[]).map((type) => [rule.id, type, rule] as const) : [],
  );

  it('are declared by many rules', () => {
    expect(declared.length).toBeGreaterThan(40);
  });

  // A rule that asks for another property could find something where it is not run.
  it.each(declared)('%s asks %s for just the properties that it reads', (_id, type, rule) => {
    for (const asked of askedOf(rule, type)) expect(rule.reads).toContain(asked);
  });

  it('keep a rule from running where no resource of its types has one of them, as written or as expanded', () => {
    const ran: string[] = [];
    const ruleFor = (id: string, stage: Rule['stage'], ...reads: string[]): Rule =>
      defineRule({
        id,
        level: 'warning',
        category: 'style',
        stage,
        title: 'Any',
        description: 'Any.',
        source: 'https://example.com',
        messages: { any: 'Any.' },
        on: [stage === 'source' ? 'AWS::Serverless::Function' : 'AWS::Lambda::Function'],
        ...(reads.length > 0 && { reads }),
        check: () => void ran.push(id),
      });
    const own = [
      ruleFor('own-any', 'expanded'),
      ruleFor('own-code', 'expanded', 'VpcConfig', 'Code'),
      ruleFor('own-network', 'expanded', 'VpcConfig'),
      ruleFor('own-written', 'source', 'InlineCode'),
      ruleFor('own-global', 'source', 'Timeout'),
      ruleFor('own-made', 'source', 'Code'),
    ];
    const template = `
Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Timeout: 5}}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: '', Handler: index.handler, Runtime: nodejs24.x}
`;
    lint(template, { rules: own });
    expect(ran).toEqual(['own-any', 'own-code', 'own-written', 'own-global']);
  });
});
