/** The elements of a policy document, of its statements and of a principal, as IAM writes them. */
export const documentElements: readonly string[] = ['Version', 'Id', 'Statement'];
export const statementElements: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
export const principalKinds: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
export const policyVersions: readonly string[] = ['2012-10-17', '2008-10-17'];
export const effects: readonly string[] = ['Allow', 'Deny'];

const comparisons = {
  String: ['Equals', 'NotEquals', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', 'Like', 'NotLike'],
  Numeric: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'],
  Date: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'],
  Arn: ['Equals', 'NotEquals', 'Like', 'NotLike'],
};

/** The condition operators without `ForAllValues:`, `ForAnyValue:` and `IfExists`. */
export const conditionOperators: readonly string[] = [
  ...Object.entries(comparisons).flatMap(([kind, names]) => names.map((name) => kind + name)),
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'Null',
];

const known = new Set(conditionOperators.map((name) => name.toLowerCase()));

/** Whether IAM has this condition operator, with or without its prefix and suffix. */
export const isConditionOperator = (name: string): boolean => known.has(bareOperator(name).toLowerCase());

/** An operator without `ForAllValues:`, `ForAnyValue:` and `IfExists`. */
export const bareOperator = (name: string): string =>
  name.replace(/^For(All|Any)Values?:/i, '').replace(/IfExists$/i, '');
