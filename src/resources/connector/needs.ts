import { message } from '../../model/problem.ts';
import { isNothing, isTruthy } from '../../model/tree.ts';
import type { Detail, Endpoint } from './endpoint.ts';
import { type Ends, placesOf } from './fill.ts';
import type { ConnectorContext } from './index.ts';
import type { Link } from './links.ts';

const Unknown = message('missing-connector-detail', 'error', (end: string, detail: string, id: string | undefined) =>
  id === undefined
    ? `The connector needs '${detail}' of '${end}'.`
    : `The connector needs the ${detail} of '${id}', which cannot be derived from the template.`,
);
const NoRole = message('missing-connector-role', 'error', (end: string, id: string | undefined) =>
  id === undefined
    ? `The connector adds a policy to the role of '${end}'; give the role's name as 'RoleName'.`
    : `The connector adds a policy to the role of '${id}', but '${id}' does not refer to one with 'Ref' or 'Fn::GetAtt'.`,
);

/** What the mechanism itself needs to know, beside what its texts mention. */
const needed = (link: Link): (readonly [end: Endpoint['name'], detail: Detail])[] => {
  switch (link.by) {
    case 'role policy':
      return [[link.of, 'RoleName']];
    case 'queue policy':
      return [
        ['Destination', 'Arn'],
        ['Destination', 'QueueUrl'],
      ];
    default:
      return [['Destination', 'Arn']];
  }
};

/** The texts of a link that have places to fill. */
const textsOf = (link: Link): readonly string[] => {
  switch (link.by) {
    case 'role policy':
      return link.accesses.flatMap(([, ...accesses]) => accesses.flatMap(({ resources }) => resources));
    case 'function permission':
      return [link.sourceArn];
    default:
      return ['<Source.Arn>'];
  }
};

/** Reports what a link needs to know of its ends and cannot; true when nothing is missing. */
export const isComplete = (cx: ConnectorContext, link: Link, ends: Ends): boolean => {
  const missing = [
    ...needed(link).filter(([end, detail]) => !isTruthy(ends[end].known[detail])),
    ...textsOf(link)
      .flatMap(placesOf)
      .filter(([end, detail]) => isNothing(ends[end].known[detail])),
  ];
  for (const [end, detail] of missing) {
    const { id, at } = ends[end];
    cx.report(detail === 'RoleName' ? NoRole(end, id) : Unknown(end, detail, id), at);
  }
  return missing.length === 0;
};
