import { didYouMean, nearest } from '../model/nearest.ts';
import { type Message, message } from '../model/problem.ts';
import { get, isMap, type Json, kindOf } from '../model/tree.ts';
import { esbuildFault, esbuildProperties } from './esbuild-options.ts';

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

/** What is wrong with the `BuildProperties` of code that is built. */
export const buildPropertyFaults = (method: string, metadata: Json | undefined): Message[] => {
  const properties = get(metadata, 'BuildProperties');
  if (properties === undefined || properties === null) return [];
  if (!isMap(properties)) return [WrongShape('BuildProperties', 'a map', kindOf(properties))];
  if (method !== 'esbuild') return [];
  return Object.entries(properties).flatMap(([name, value]) => {
    if (!esbuildProperties.includes(name)) return [Unused(name, nearest(name, esbuildProperties))];
    const wanted = esbuildFault(name, value);
    return wanted === undefined ? [] : [WrongShape(`BuildProperties.${name}`, wanted, kindOf(value))];
  });
};
