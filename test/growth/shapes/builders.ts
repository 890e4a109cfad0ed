/** A template made to be slow, of any size. */
export interface Shape {
  readonly name: string;
  /** The smallest of the four sizes that are measured; each is twice the one before. */
  readonly from: number;
  readonly of: (size: number) => string;
}

export const shape = (name: string, from: number, of: Shape['of']): Shape => ({ name, from, of });

/** Texts one after the other. */
export const many = (count: number, make: (at: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(between);

export const listOf = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** A map of so many entries. */
export const mapOf = <T>(count: number, make: (at: number) => readonly [string, T]): Record<string, T> =>
  Object.fromEntries(listOf(count, make));

/** A value nested in itself. */
export const nested = (depth: number, around: (inner: unknown) => unknown, innermost: unknown = 'x'): unknown => {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = around(value);
  return value;
};

type Sections = Readonly<Record<string, unknown>>;

/** A template with these resources, on one line. */
export const resources = (bodies: Sections, sections: Sections = {}): string =>
  JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', ...sections, Resources: bodies });

/** The same with the language extensions. */
export const extended = (bodies: Sections, sections: Sections = {}): string =>
  resources(bodies, { Transform: ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'], ...sections });

/** The head of a template in block style. */
export const head = 'Transform: AWS::Serverless-2016-10-31\nResources:\n';
export const topicHead = `${head}  T:\n    Type: AWS::SNS::Topic\n`;

export const fn = (properties: object) => ({
  Type: 'AWS::Serverless::Function',
  Properties: { Handler: 'a.b', Runtime: 'nodejs22.x', InlineCode: 'exports.b = async () => {}', ...properties },
});

export const topic = (properties: object) => ({ Type: 'AWS::SNS::Topic', Properties: properties });

export const table = { Type: 'AWS::Serverless::SimpleTable' };

export const machine = (definition: object) => ({
  Type: 'AWS::Serverless::StateMachine',
  Properties: { Definition: definition, Role: 'arn:aws:iam::123456789012:role/r' },
});

/** States that follow each other. */
export const states = (count: number, make: (at: number) => object) => ({
  StartAt: 'S0',
  States: mapOf(count, (at) => [
    `S${at}`,
    { ...make(at), ...(at + 1 < count ? { Next: `S${at + 1}` } : { End: true }) },
  ]),
});

export const policy = (statements: unknown) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: 'p', Roles: ['r'], PolicyDocument: { Version: '2012-10-17', Statement: statements } },
});

export const statement = (more: object) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more });

export const arn = (service: string, name: string): string => `arn:aws:${service}:us-east-1:123456789012:${name}`;

export const api = (properties: object) => ({
  Type: 'AWS::Serverless::Api',
  Properties: { StageName: 'v1', ...properties },
});

export const httpApi = (properties: object) => ({ Type: 'AWS::Serverless::HttpApi', Properties: properties });

/** A condition that is not known before the deployment is none of these: they hold or do not hold. */
export const condition = (value: unknown) => ({ 'Fn::Equals': ['a', value] });
