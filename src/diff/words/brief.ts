/** The front of an ARN that says only that the resource is in the stack's own account and Region, or is one of AWS. */
const ownFront =
  /arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):[a-z0-9-]+:(?:\$\{AWS::Region\})?:(?:\$\{AWS::AccountId\}|aws)?:(?:policy\/(?:service-role\/|aws-service-role\/|job-function\/)?)?(?=[\w$./-])/g;

/** Around the function in the URI of an integration. */
const integration =
  /arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):apigateway:(?:\$\{AWS::Region\}|[a-z0-9-]+):lambda:path\/[\d-]+\/functions\/([^/\s]+)\/invocations/g;

/** The hash that the logical id of a version, layer or deployment ends with, and those of texts and files. */
const hash = /(?<=[A-Za-z])(?=[a-f]*\d)[0-9a-f]{10}\b|\b(?=[a-f]*\d)(?:[0-9a-f]{40}|[0-9a-f]{64})\b/g;

/** So much of a hash is enough to tell two apart. */
const shownOfHash = 4;

/** A text for people, in which ARNs are the names they end with and hashes are cut: `${Shop}/*`, `OrdersVersion990b…`. */
export const brief = (text: string): string =>
  text
    .replace(integration, '$1')
    .replace(ownFront, '')
    .replace(hash, (whole) => `${whole.slice(0, shownOfHash)}…`);
