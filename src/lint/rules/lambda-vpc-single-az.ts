import { defineRule, type RuleContext } from '../../model/rule.ts';
import { get, getIn, intrinsicName, isList, isString, type Json } from '../../model/tree.ts';

/** Functions that give a list, or may. */
const givesList: ReadonlySet<string | undefined> = new Set(['Fn::Split', 'Fn::GetAZs', 'Fn::Cidr', 'Fn::FindInMap']);

export const lambdaVpcSingleAz = defineRule({
  id: 'lambda-vpc-single-az',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'VPC function in a single subnet',
  description:
    'A subnet lies in one Availability Zone, so a function with a single subnet fails with that zone. Give `SubnetIds` subnets in at least two zones.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  messages: { single: "'{id}' has a single subnet, and so a single Availability Zone; add one in another zone." },
  example: {
    in: 'function',
    fails: 'VpcConfig: {SubnetIds: [‹subnet-1a2b3c4d›], SecurityGroupIds: [sg-1a2b3c4d]}',
    passes: 'VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['VpcConfig'],
  check(fn, cx) {
    for (const { value: list, at } of fn.all('VpcConfig', 'SubnetIds')) {
      if (!isList(list) || list.length !== 1 || !isOneSubnet(list[0]!, cx)) continue;
      cx.report('single', cx.placeOf(list, 0) ?? at, { data: { id: fn.id } });
    }
  },
});

/** Whether an item is certainly one subnet: no list, no choice, and nothing that the deployment fills in. */
const isOneSubnet = (item: Json, cx: RuleContext): boolean => {
  if (isString(item)) return !item.includes('{{resolve:') && !item.includes(',');
  const name = intrinsicName(item);
  if (name === undefined || name === 'Fn::If' || givesList.has(name)) return false;
  const referred = get(item, 'Ref');
  if (!isString(referred)) return true;
  const type = getIn(cx.source, 'Parameters', referred, 'Type');
  return referred !== 'AWS::NoValue' && !(isString(type) && /List/.test(type));
};
