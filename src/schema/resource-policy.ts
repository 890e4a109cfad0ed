import { list, loose, object, oneOf, string } from './property.ts';

const oneOrMany = oneOf(list, string);

/** The shape of a `ResourcePolicy` under `Auth`, of an API or of a route. */
export const resourcePolicyShape = object({
  CustomStatements: loose(oneOrMany, 'Statements of your own, as in a policy document.'),
  AwsAccountWhitelist: loose(oneOrMany, 'The accounts that may call.'),
  AwsAccountBlacklist: loose(oneOrMany, 'Accounts that may not call.'),
  IpRangeWhitelist: loose(oneOrMany, 'The IP ranges that calls may come from.'),
  IpRangeBlacklist: loose(oneOrMany, 'IP ranges that calls may not come from.'),
  SourceVpcWhitelist: loose(list, 'The VPCs and VPC endpoints that calls may come from, as plain ids.', {
    early: true,
  }),
  SourceVpcBlacklist: loose(list, 'VPCs and VPC endpoints that calls may not come from, as plain ids.', {
    early: true,
  }),
  IntrinsicVpcWhitelist: loose(list, 'The VPCs that calls may come from; references are possible.'),
  IntrinsicVpcBlacklist: loose(list, 'VPCs that calls may not come from; references are possible.'),
  IntrinsicVpceWhitelist: loose(list, 'The VPC endpoints that calls may come from; references are possible.'),
  IntrinsicVpceBlacklist: loose(list, 'VPC endpoints that calls may not come from; references are possible.'),
});
