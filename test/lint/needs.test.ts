import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { defineTemplateRule, type Rule, type RuleContext } from '../../src/model/rule.ts';
import type { JsonMap } from '../../src/model/tree.ts';

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
