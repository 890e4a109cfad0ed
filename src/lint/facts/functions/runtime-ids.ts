import { nearest } from '../../../model/nearest.ts';
import { runtimes } from './runtimes.ts';

/** Every identifier that Lambda's API takes, or took, as a runtime; of each family the newest last. */
export const runtimeIds: ReadonlySet<string> = new Set([
  ...['nodejs', 'nodejs4.3', 'nodejs4.3-edge', 'nodejs6.10', 'nodejs8.10', 'nodejs10.x', 'nodejs12.x', 'nodejs14.x'],
  ...['nodejs16.x', 'nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x'],
  ...['python2.7', 'python3.6', 'python3.7', 'python3.8', 'python3.9', 'python3.10', 'python3.11', 'python3.12'],
  ...['python3.13', 'python3.14'],
  ...['java8', 'java8.al2', 'java11', 'java17', 'java21', 'java25'],
  ...['dotnetcore1.0', 'dotnetcore2.0', 'dotnetcore2.1', 'dotnetcore3.1', 'dotnet6', 'dotnet8', 'dotnet10'],
  'go1.x',
  ...['ruby2.5', 'ruby2.7', 'ruby3.2', 'ruby3.3', 'ruby3.4', 'ruby4.0'],
  ...['provided', 'provided.al2', 'provided.al2023'],
]);

/** How the next runtimes of a family will be called, and how far ahead of the newest one a number is believed. */
const families: readonly { readonly form: RegExp; readonly ahead: number }[] = [
  { form: /^nodejs(\d*[02468])\.x$/, ahead: 4 },
  { form: /^python3\.(\d+)$/, ahead: 2 },
  { form: /^java(\d+)$/, ahead: 4 },
  { form: /^dotnet(\d*[02468])$/, ahead: 4 },
  { form: /^ruby(\d+\.\d)$/, ahead: 1 },
];

/** The newest known runtime of the family of one that may have come after it; undefined for any other identifier. */
export const newestBefore = (text: string, known: readonly string[]): string | undefined => {
  const family = families.find(({ form }) => form.test(text));
  if (!family) return undefined;
  const numberOf = (id: string): number => Number(family.form.exec(id)?.[1] ?? Number.NEGATIVE_INFINITY);
  const newest = known.reduce((best, id) => (numberOf(id) > numberOf(best) ? id : best), '');
  const step = numberOf(text) - numberOf(newest);
  return step > 0 && step <= family.ahead ? newest : undefined;
};

/** The runtime that an unknown one most likely means: the same but for its spelling, its beginning, or a near one in use. */
export const nearestRuntime = (text: string, known: readonly string[], today: string): string | undefined => {
  const plain = (id: string): string => id.toLowerCase().replace(/[^a-z0-9]/g, '');
  const same = known.find((id) => plain(id) === plain(text));
  if (same !== undefined || plain(text) === '') return same;
  // Some exist as container images only.
  const successor = runtimes.get(text)?.successor;
  if (successor) return successor;
  const newestFirst = [...known].reverse();
  const begun = newestFirst.find((id) => id.startsWith(text.toLowerCase()));
  if (begun !== undefined) return begun;
  const ofFamily = newestFirst.find((id) => isVersionOf(plain(text), plain(id)));
  if (ofFamily !== undefined) return ofFamily;
  const inUse = newestFirst.filter((id) => !(runtimes.get(id) && runtimes.get(id)!.deprecated <= today));
  return nearest(text, inUse) ?? nearest(text, newestFirst);
};

/** Whether a text is a version of a shortened name: `node22` of `nodejs22x`, both without dots. */
const isVersionOf = (text: string, id: string): boolean => {
  const [, family, version] = /^([a-z]{2,})(\d+)$/.exec(text) ?? [];
  return family !== undefined && id.startsWith(family) && id.replace(/^[a-z]+/, '').startsWith(version!);
};
