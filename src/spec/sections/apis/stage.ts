import { get, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import type { Facts } from '../../language/section.ts';

/**
 * The stage of an API as a part of its address.
 * @param without the stage of one that says none; undefined where it has to say it
 */
export const stageFacts =
  (without: string | undefined) =>
  (entry: JsonMap | undefined, defaults: Json | undefined): Facts => {
    const stage =
      get(entry, 'stage') ?? get(entry, 'StageName') ?? get(defaults, 'stage') ?? get(defaults, 'StageName');
    return { stage: stage === undefined ? without : textOf(stage) };
  };

/** A stage as the text of an `Fn::Sub`; undefined where only the deployment knows it. */
const textOf = (stage: Json): string | undefined => {
  if (isString(stage)) return stage;
  const name = isMap(stage) && Object.keys(stage).length === 1 ? (stage['Ref'] ?? stage['Fn::Sub']) : undefined;
  if (!isString(name)) return undefined;
  return Object.hasOwn(stage as JsonMap, 'Ref') ? `\${${name}}` : name;
};
