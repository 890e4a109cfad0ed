import type { TemplateView } from '../../../model/rule.ts';
import { isString, type Json } from '../../../model/tree.ts';

/** Whether an item of a list is certainly one subnet, and in a Region: on an Outpost there is one Zone. */
export const isOneSubnet = (item: Json | undefined, cx: TemplateView): boolean => {
  if (isString(item)) return /^subnet-[0-9a-f]+$/.test(item);
  const target = cx.target(item);
  return target?.type === 'AWS::EC2::Subnet' && target.lacks('OutpostArn');
};
