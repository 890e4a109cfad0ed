import type { ResourceNode, RuleContext, RuleReport } from '../../../model/rule.ts';
import { replaceLiteral } from '../edits/fix.ts';
import { conditionOf } from '../templates/condition.ts';
import { elidedText, partialText } from '../texts/partial-text.ts';
import { partFault, variableOf } from './path-grammar.ts';
import { Siblings } from './path-siblings.ts';
import type { RoutePlace } from './paths.ts';

export const partMessages = {
  slashInPart: "'{part}' is one part of a path, so it has no '/'; each part is a separate resource.",
  child: "'{part}' cannot be below '{parent}', which takes the whole rest of a path.",
  siblingPart: "'{part}' and '{other}' are at the same place; REST APIs allow only one variable name there.",
  samePart: "There is '{part}' at the same place already.",
} as const;

type Report = (messageId: string, place: RoutePlace, more: RuleReport) => void;

/** A resource with the name of its variable. */
interface Part {
  readonly node: ResourceNode;
  readonly part: string;
  readonly condition: string | undefined;
}

/** Checks `AWS::ApiGateway::Resource`, each of which is one part of a path. */
export const checkPathParts = (cx: RuleContext, report: Report): void => {
  const variables = new Siblings<string, Part>();
  const fixed = new Map<string, Part>();
  for (const node of cx.resources('AWS::ApiGateway::Resource')) {
    const part = elidedText(node.get('PathPart'), cx);
    if (part === undefined || part === '') continue;
    const place = { at: node.place('PathPart'), logicalId: node.id };
    if (part.includes('/')) {
      const bare = part.replace(/^\/|\/$/g, '');
      const fix = bare.includes('/') ? undefined : replaceLiteral({ at: place.at, value: part }, bare);
      report('slashInPart', place, { data: { part }, fix });
      continue;
    }
    const fault = partFault(part, 'REST');
    if (fault) report(fault.messageId, place, { data: { path: part, part, ...fault.data } });
    const parent = cx.target(node.get('ParentId'));
    const above = parent?.type === node.type ? partialText(parent.get('PathPart'), cx) : undefined;
    if (above?.endsWith('+}')) report('child', place, { data: { part, parent: above }, related: [parent?.at] });
    if (part.includes('…')) continue;
    checkSiblings({ node, part, condition: conditionOf(node) }, variables, fixed, place, report);
  }
};

const checkSiblings = (
  item: Part,
  variables: Siblings<string, Part>,
  fixed: Map<string, Part>,
  place: RoutePlace,
  report: Report,
): void => {
  const { node, part } = item;
  const above = JSON.stringify([node.get('RestApiId') ?? null, node.get('ParentId') ?? null]);
  const name = variableOf(part);
  const rival = name === undefined ? undefined : variables.add(above, name, item);
  if (rival) {
    const data = { part, other: rival.item.part };
    return report('siblingPart', place, { data, related: [rival.item.node.place('PathPart')] });
  }
  const key = `${above} ${part}`;
  const same = fixed.get(key);
  const meet = same && (!same.condition || !item.condition || same.condition === item.condition);
  if (meet) report('samePart', place, { data: { part }, related: [same.node.place('PathPart')] });
  else fixed.set(key, item);
};
