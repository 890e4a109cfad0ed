import type { Found, ResourceNode, RuleContext } from '../../../model/rule.ts';
import { isIntrinsic, isList } from '../../../model/tree.ts';

/** Whether a function is put into a VPC: one of the two lists holds something, or may. */
export const isInVpc = (fn: ResourceNode): boolean =>
  ['SubnetIds', 'SecurityGroupIds'].some((name) => mayHold(fn.all('VpcConfig', name)));

/** Whether a list is there and not written as empty. */
export const mayHold = (found: readonly Found[]): boolean =>
  found.some(({ value }) => !isList(value) || value.length > 0);

/** The subnets of the template among a function's `SubnetIds`; `complete` when there are no others. */
export const subnetsOf = (
  fn: ResourceNode,
  cx: RuleContext,
): { readonly subnets: readonly (Found & { readonly subnet: ResourceNode })[]; readonly complete: boolean } => {
  const lists = fn.all('VpcConfig', 'SubnetIds');
  const items = fn.all('VpcConfig', 'SubnetIds', '*');
  const subnets = items.flatMap((found) => {
    const subnet = cx.target(found.value);
    return subnet?.type === 'AWS::EC2::Subnet' ? [{ ...found, subnet }] : [];
  });
  const complete =
    lists.length > 0 && lists.every(({ value }) => !isIntrinsic(value)) && subnets.length === items.length;
  return { subnets, complete };
};
