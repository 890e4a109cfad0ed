/** What helps against a cycle through resources of certain types; the first that fits is the usual one. */
interface Cure {
  fits(types: ReadonlySet<string>): boolean;
  readonly text: string;
}

const has =
  (...patterns: RegExp[]) =>
  (types: ReadonlySet<string>): boolean =>
    patterns.every((pattern) => [...types].some((type) => pattern.test(type)));

const fn = /^AWS::Lambda::(Function|Permission|Alias|Version)$/;

const cures: readonly Cure[] = [
  {
    fits: has(/^AWS::S3::Bucket$/, fn),
    text: "Give the bucket a 'BucketName' of its own and use that name with Fn::Sub in the function and its policies, instead of referring to the bucket: its notification has to wait for the function.",
  },
  {
    fits: has(/^AWS::(ApiGateway|ApiGatewayV2)::/, fn),
    text: 'The API has to know its functions first: let the function take the address of the API from the request it gets (requestContext), or give the API a domain name.',
  },
  {
    fits: has(/^AWS::Cognito::UserPool/, fn),
    text: "A trigger gets the pool's id with its event; attach a policy on the pool from outside with an AWS::IAM::Policy.",
  },
  {
    fits: has(/^AWS::EC2::SecurityGroup$/),
    text: 'Take the rules out of the groups: make AWS::EC2::SecurityGroupIngress and AWS::EC2::SecurityGroupEgress resources of them.',
  },
  {
    fits: has(/^AWS::IAM::Role$/),
    text: "Move the policy out of the role into an AWS::IAM::Policy with 'Roles', or give what it names a literal name and make its ARN with Fn::Sub.",
  },
  {
    fits: () => true,
    text: 'Give one of them a literal name and make its ARN with Fn::Sub instead of referring to it, or move the reference to a resource of its own.',
  },
];

const ofOne = 'Nothing can refer to itself: use a literal or a parameter in both places.';

/** The usual cure of a cycle through resources of these types. */
export const cureFor = (types: readonly string[]): string =>
  types.length === 1 ? ofOne : cures.find(({ fits }) => fits(new Set(types)))!.text;
