import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { conditionCycles } from '../facts/templates/condition-cycles.ts';
import { cureFor } from '../facts/templates/cycle-cures.ts';
import { cyclesOf } from '../facts/templates/cycles.ts';
import type { Dependency } from '../facts/templates/dependencies.ts';
import { sourcePath } from '../facts/templates/source-path.ts';

export const cfnCircularDependency = defineTemplateRule({
  id: 'cfn-circular-dependency',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Circular dependency',
  description:
    'CloudFormation makes a resource after all those that it refers to or depends on, and refuses a template in which resources wait for each other, and so it does with conditions. The circle is shown in terms of the source: a generated role, permission or API stands for the function, event or policy that made it. The most common one in SAM is a function that refers to the bucket whose events it gets.',
  source: 'cfn-lint E3004',
  messages: {
    cycle: 'Circular dependency: {path}. {cure}',
    conditions: 'Circular conditions: {path}. No condition can depend on itself.',
    dependsOn: "Circular dependency: {path}. Remove the 'DependsOn' if the order does not matter.",
  },
  example: {
    in: 'resources',
    fails: `
A: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt ‹B.TopicName›}}
B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt A.TopicName}}`,
    passes: `
A: {Type: AWS::SNS::Topic, Properties: {DisplayName: Orders}}
B: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt A.TopicName}}`,
  },
  check(cx) {
    for (const { names, at } of conditionCycles(cx.template)) {
      cx.report('conditions', at, { data: { path: names.map((name) => `'${name}'`).join(' needs ') } });
    }
    for (const cycle of cyclesOf(cx.template)) {
      const links = cycle.map((edge) => linkOf(edge, cx));
      // What the author can change best: an order that was asked for, else a reference outside of events.
      const asked = links.findIndex(({ edge, written }) => edge.reference.kind === 'DependsOn' && written);
      const free = links.findIndex(({ isEvent, path }) => !isEvent && path.length > 0);
      const first = Math.max(0, asked >= 0 ? asked : free);
      const turned = [...links.slice(first), ...links.slice(0, first)];
      const types = cycle.flatMap(({ from }) => cx.resource(from)?.type ?? []);
      cx.report(asked >= 0 ? 'dependsOn' : 'cycle', turned[0]!.edge.reference.at, {
        data: { path: tell(turned, cx), cure: cureFor(types) },
        related: turned.slice(1).map(({ edge }) => edge.reference.at),
        logicalId: turned[0]!.edge.from,
      });
    }
  },
});

/** A dependency as the author sees it. */
interface Link {
  readonly edge: Dependency;
  readonly from: string;
  readonly to: string;
  /** Where it is written: the keys below the properties of its resource, or below the template; or the event. */
  readonly path: readonly string[];
  readonly isEvent: boolean;
  /** Whether it stands in the source as it is, and was not made by the expansion. */
  readonly written: boolean;
}

const linkOf = (edge: Dependency, cx: RuleContext): Link => {
  const { at } = edge.reference;
  const from = cx.owner(edge.from, at).logicalId;
  const to = cx.owner(edge.to, undefined).logicalId;
  const steps = at ? sourcePath(cx.source, at).filter((step) => typeof step === 'string') : [];
  const [section, id, attribute, property, event] = steps;
  const own = section === 'Resources' && id === from;
  const written = own && attribute === 'DependsOn' && cx.written(edge.from) !== undefined;
  if (section === 'Resources' && property === 'Events' && event !== undefined) {
    return { edge, from, to, path: [`event '${event}'`], isEvent: true, written };
  }
  const below = own ? steps.slice(attribute === 'Properties' ? 3 : 2) : steps;
  const path = below.filter((step) => step !== 'Ref' && !step.startsWith('Fn::'));
  return { edge, from, to, path, isEvent: false, written };
};

const tell = (links: readonly Link[], cx: RuleContext): string => {
  const name = (id: string) => (get(get(cx.source, 'Resources'), id) === undefined ? `'${id}' (generated)` : `'${id}'`);
  const between = links.filter(({ from, to }) => from !== to);
  if (between.length === 0) {
    const [link] = links;
    return `${name(link!.from)} needs itself${reason(links.find(({ path }) => path.length > 0) ?? link!)}`;
  }
  return between.map((link) => `${name(link.from)} needs ${name(link.to)}${reason(link)}`).join(', and ');
};

const reason = ({ path }: Link): string => (path.length === 0 ? '' : ` (${path.slice(0, 4).join('.')})`);
