/** The front of an ARN that says only that the resource is in the stack's own account and Region, or is one of AWS. */
const ownFront =
  /arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):[a-z0-9-]+:(?:\$\{AWS::Region\})?:(?:\$\{AWS::AccountId\}|aws)?:(?:policy\/(?:service-role\/|aws-service-role\/|job-function\/)?)?(?=[\w$./-])/g;

/** Around the function in the URI of an integration. */
const integration =
  /arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):apigateway:(?:\$\{AWS::Region\}|[a-z0-9-]+):lambda:path\/[\d-]+\/functions\/([^/\s]+)\/invocations/g;

/** A text for people, in which ARNs are the names they end with and hashes are cut: `${Shop}/*`, `OrdersVersion990b…`. */
export const brief = (text: string): string => withoutArns(text).replace(/\w+/g, withoutHash);

/** Most texts have no ARN, and the expressions take long to compile. */
const withoutArns = (text: string): string =>
  text.includes('arn:') ? text.replace(integration, '$1').replace(ownFront, '') : text;

/** So many digits the logical ids of versions, layers and deployments end with. */
const digitsInIds = 10;

/** So much of a hash is enough to tell two apart. */
const digitsShown = 4;

/** A word that is a hash of a text or file, or ends with one, without the rest of it. */
const withoutHash = (word: string): string => {
  const isWhole = word.length === 40 || word.length === 64;
  const start = isWhole ? 0 : word.length - digitsInIds;
  if (start < 0 || (!isWhole && !/[A-Za-z]/.test(word.charAt(start - 1)))) return word;
  const digits = word.slice(start);
  return /^[0-9a-f]+$/.test(digits) && /\d/.test(digits) ? `${word.slice(0, start + digitsShown)}…` : word;
};
