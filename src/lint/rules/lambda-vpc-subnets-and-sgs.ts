import { defineRule } from '../../model/rule.ts';
import { isIntrinsic, isList } from '../../model/tree.ts';
import { isInVpc, mayHold } from '../facts/functions/vpc.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';

const lists = [
  { name: 'SubnetIds', what: 'subnet', maximum: 16 },
  { name: 'SecurityGroupIds', what: 'security group', maximum: 5 },
];

export const lambdaVpcSubnetsAndSgs = defineRule({
  id: 'lambda-vpc-subnets-and-sgs',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'VpcConfig incomplete',
  description:
    'A function in a VPC needs both lists: `SubnetIds` with 1 to 16 subnets and `SecurityGroupIds` with 1 to 5 security groups. Both empty means no VPC.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html',
  messages: {
    missing: "'VpcConfig' has no '{name}'; it needs 1 to {maximum} {what}s.",
    empty: "'{name}' is empty; it needs 1 to {maximum} {what}s.",
    many: "'{name}' has {count} {what}s; at most {maximum} are allowed.",
  },
  example: {
    in: 'function',
    fails: '‹VpcConfig›: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e]}',
    passes: 'VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['VpcConfig'],
  check(fn, cx) {
    if (!isInVpc(fn)) return;
    for (const { name, what, maximum } of lists) {
      const data = { name, what, maximum };
      const found = fn.all('VpcConfig', name);
      if (fn.lacks('VpcConfig', name) && !isIntrinsic(fn.get('VpcConfig'))) {
        cx.report('missing', fn.keyPlace('VpcConfig'), { data });
      } else if (!mayHold(found)) cx.report('empty', headOf(fn, found[0]!.path), { data });
      for (const { value, path } of found) {
        const count = isList(value) ? certainItems(value).length : 0;
        if (count > maximum) cx.report('many', headOf(fn, path), { data: { ...data, count } });
      }
    }
  },
});
