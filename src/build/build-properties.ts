import { didYouMean, nearest } from '../model/nearest.ts';
import { type Cause, entryOf, placeOfEntry } from '../model/origin.ts';
import { type Message, message } from '../model/problem.ts';
import { get, isMap, type Json, kindOf, textOrKind } from '../model/tree.ts';
import { esbuildFaults, esbuildProperties } from './esbuild-options.ts';

const WrongShape = message(
  'build-property',
  'error',
  (name: string, wanted: string, found: string) => `'${name}' must be ${wanted}, not ${found}.`,
);
const Unused = message(
  'build-property',
  'warning',
  (name: string, near: string | undefined) =>
    `'BuildProperties.${name}' is not used: synth has no option of esbuild for it.${didYouMean(near)}`,
);

/** A message, and where what it is about is written. */
interface PlacedMessage {
  readonly found: Message;
  readonly at: Cause | undefined;
}

/** What is wrong with the `BuildProperties` of code that is built, and where that is written. */
export const buildPropertyFaults = (method: string, metadata: Json | undefined): PlacedMessage[] => {
  const properties = get(metadata, 'BuildProperties');
  if (properties === undefined || properties === null) return [];
  const at = placeOfEntry(metadata, 'BuildProperties');
  if (!isMap(properties)) return [{ found: WrongShape('BuildProperties', 'a map', kindOf(properties)), at }];
  if (method !== 'esbuild') return [];
  return Object.entries(properties).flatMap(([name, value]): PlacedMessage[] => {
    if (!esbuildProperties.includes(name)) {
      return [{ found: Unused(name, nearest(name, esbuildProperties)), at: entryOf(properties, name)?.key ?? at }];
    }
    const place = placeOfEntry(properties, name) ?? at;
    return esbuildFaults(name, value).map(({ step, value: wrong, wanted }) =>
      step === undefined
        ? { found: WrongShape(`BuildProperties.${name}`, wanted, kindOf(wrong)), at: place }
        : {
            found: WrongShape(`BuildProperties.${name}.${step}`, wanted, textOrKind(wrong)),
            at: placeOfEntry(value, step) ?? place,
          },
    );
  });
};
