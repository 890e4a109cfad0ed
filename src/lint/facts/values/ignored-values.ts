/**
 * Properties whose values are listed, but AWS looks at none of them, by type and path.
 *
 * - Each new address is for a VPC, whatever is asked for: cfn-lint, pull request 4480.
 */
const ignored: ReadonlySet<string> = new Set(['AWS::EC2::EIP Domain']);

/** Whether AWS takes any value at a path of a type's properties, and does nothing with it. */
export const isIgnored = (type: string, path: string): boolean => ignored.has(`${type} ${path}`);
