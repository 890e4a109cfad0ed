import { expand, type Problem } from '../../src/index.ts';
import { type Case, type Fault, type Partition, regions } from './cases.ts';
import { firstDifference } from './compare.ts';
import { type Form, formNames, inForm } from './forms.ts';

/** One scored item: an expansion in one partition, or a rejection. */
export interface Outcome {
  readonly name: string;
  readonly kind: 'expansion' | 'rejection' | 'compact' | 'lowered';
  readonly partition: Partition;
  readonly form: Form;
  /** What is wrong; undefined when it passes. */
  readonly failure: string | undefined;
}

const signedUrl = 'https://awsserverlessrepo-changesets-xxx.s3.amazonaws.com/signed-url';
const failing = ['no-access', 'non-existent', 'invalid-semver', 'expired', 'preparing-never-ready'];

/** Runs a case in all forms that its template has. */
export const runCase = (given: Case): Outcome[] => formNames.flatMap((form) => runForm(given, form));

/** Runs a case in one of them. */
export const runForm = ({ name, file, template, expected, faults }: Case, form: Form): Outcome[] => {
  const input = inForm(template, form);
  if (input === undefined) return [];
  const run = (partition: Partition) => {
    try {
      const { template: expanded, problems } = expand(input, {
        path: file,
        region: regions[partition],
        parameters: { param1: 'value1', param2: 'value2' },
        resolveApplication: (id) => (failing.includes(id) ? undefined : signedUrl),
      });
      // Through text and back: what counts is what would be printed.
      return { expanded: expanded && JSON.parse(JSON.stringify(expanded)), problems };
    } catch (error) {
      return { problems: [], thrown: error instanceof Error ? error.stack : String(error) };
    }
  };
  if (faults) {
    const { expanded, problems, thrown } = run('aws');
    const failure = thrown ?? (expanded === undefined ? unblamed(faults, problems) : 'was not rejected');
    return [{ name, kind: 'rejection', partition: 'aws', form, failure }];
  }
  return [...expected].map(([partition, wanted]) => {
    const { expanded, problems, thrown } = run(partition);
    const failure = thrown ?? (expanded ? firstDifference(wanted, expanded) : `rejected: ${describe(problems)}`);
    return { name, kind: 'expansion', partition, form, failure } as const;
  });
};

/** Each fault needs a problem of level error where the reference sees it. */
const unblamed = (faults: readonly Fault[], problems: readonly Problem[]): string | undefined => {
  const errors = problems.filter(({ level }) => level === 'error');
  const missing = faults.find((fault) => !errors.some((problem) => blames(problem, fault)));
  return (
    missing &&
    `not blamed: ${missing.resource ?? '-'} ${missing.event ?? '-'}: ${missing.message}; found ${describe(errors)}`
  );
};

/** The reference calls an event by its own id or by the id of its resource with the event's (`FunctionEvent`). */
const blames = ({ logicalId, eventId }: Problem, { resource, event }: Fault): boolean => {
  const qualified = eventId === undefined ? undefined : `${logicalId}${eventId}`;
  const sameResource =
    resource === null || resource.split(',').includes(logicalId ?? '') || (event === null && resource === qualified);
  return sameResource && (event === null || event === eventId || event === qualified);
};

const describe = (problems: readonly Problem[]): string =>
  problems.length === 0
    ? 'nothing'
    : problems
        .filter(({ level }) => level === 'error')
        .map(({ line, logicalId, eventId, code, message }) => `[${line}: ${logicalId}/${eventId} ${code}] ${message}`)
        .slice(0, 4)
        .join(' | ');
