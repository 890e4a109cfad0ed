import { type ExpandOptions, expand } from '../../src/index.ts';

const head = 'Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\n';

/** Expands a template written without its first line, `Transform`. */
export const extended = (template: string, options: ExpandOptions = {}) => expand(head + template, options);

/** The expanded template, as JSON gives it; throws what was found where there is none. */
export const output = (template: string, options: ExpandOptions = {}) => {
  const { template: expanded, problems } = extended(template, options);
  if (expanded === undefined) throw new Error(JSON.stringify(problems, undefined, 1));
  return JSON.parse(JSON.stringify(expanded)) as Record<string, Record<string, unknown>>;
};

/** What a property `Value` of a resource becomes. */
export const propertyOf = (value: string, rest = '', options: ExpandOptions = {}): unknown => {
  const resource = `Resources: {R: {Type: A::B::C, Properties: {Value: ${value}}}}`;
  const { Resources } = output(`${rest}\n${resource}`, options);
  return (Resources!['R'] as { Properties?: { Value?: unknown } }).Properties?.Value;
};

/** Codes of the errors and the lines they stand at; the template's first line is line 2. */
export const errors = (template: string, options: ExpandOptions = {}): string[] =>
  extended(template, options)
    .problems.filter(({ level }) => level === 'error')
    .map(({ code, line }) => `${line}: ${code}`);
