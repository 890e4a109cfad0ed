import { type Message, message } from '../model/problem.ts';
import type { Packed } from './pack.ts';
import type { PlannedFile } from './plan.ts';

/** What Lambda takes of code after unpacking, all layers together, in bytes: 250 MB. */
const maximumUnpacked = 262_144_000;
const unpackedOf: ReadonlySet<string> = new Set(['CodeUri', 'Code', 'ContentUri', 'Content']);

const TooLarge = message(
  'package-too-large',
  'error',
  (path: string, bytes: number) =>
    `'${path}' has ${bytes} bytes unpacked; Lambda takes at most ${maximumUnpacked}, all layers of a function together.`,
);

/** What is wrong with the size of code for Lambda. */
export const sizeFault = ({ path, users }: PlannedFile, { unpacked = 0 }: Packed): Message | undefined =>
  unpacked > maximumUnpacked && users.some(({ property }) => unpackedOf.has(property))
    ? TooLarge(path, unpacked)
    : undefined;
