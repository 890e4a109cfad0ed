import { didYouMean, nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isList, isString, kindOf } from '../../model/tree.ts';
import type { ConnectorContext } from './index.ts';
import { type Link, type Permission, permissionsOf } from './links.ts';

const NoPermissions = message(
  'missing-property',
  'error',
  (allowed: readonly string[]) => `'Permissions' is empty; it can have ${allowed.join(' and ')}.`,
);
const NotAList = message(
  'invalid-connector-permissions',
  'error',
  (found: string) => `'Permissions' is ${found}; it must be a list, because the policies are built from it.`,
);
const BadPermission = message(
  'invalid-connector-permissions',
  'error',
  (found: string, link: string, allowed: readonly string[], near: string | undefined) =>
    `A connector ${link} has no permission ${found}.${didYouMean(near)} Allowed: ${allowed.join(', ')}.`,
);
const NotTogether = message(
  'invalid-connector-permissions',
  'error',
  (found: readonly string[], link: string, allowed: readonly (readonly string[])[]) =>
    `A connector ${link} cannot have ${found.join(' and ')} only; it needs ${allowed.map((each) => each.join(' and ')).join(', or ')}.`,
);

/** The permissions of a connector, each with its place, checked against what the link knows. */
export const checkPermissions = (
  cx: ConnectorContext,
  link: Link,
  name: string,
): ReadonlyMap<Permission, Cause | undefined> | undefined => {
  const given = cx.props.Permissions;
  const allowed = permissionsOf(link);
  if (!isList(given)) return void cx.report(NotAList(kindOf(given)), cx.at('Permissions'));
  if (given.length === 0) return void cx.report(NoPermissions(allowed), cx.at('Permissions'));
  const found = new Map<Permission, Cause | undefined>();
  let sound = true;
  given.forEach((item, index) => {
    const permission = allowed.find((each) => each === item);
    if (permission) found.set(permission, found.get(permission) ?? cx.at('Permissions', index));
    else {
      sound = false;
      const [text, near] = isString(item) ? [`'${item}'`, nearest(item, allowed)] : [kindOf(item), undefined];
      cx.report(BadPermission(text, name, allowed, near), cx.at('Permissions', index));
    }
  });
  if (!sound) return undefined;
  const together = link.by === 'role policy' ? link.together : undefined;
  const matches = (each: readonly Permission[]) => each.length === found.size && each.every((one) => found.has(one));
  if (together && !together.some(matches)) {
    return void cx.report(NotTogether([...found.keys()], name, together), cx.at('Permissions'));
  }
  return found;
};
