import type { Form } from '../../../model/references.ts';
import type { Wanted } from './wanted.ts';

/** What a property takes: these forms of one of these types. */
export const wants =
  (...forms: readonly Form[]) =>
  (...types: readonly string[]): Wanted => ({ forms: new Set(forms), types });

export const arnOf = wants('arn');
export const idOf = wants('id');
export const nameOf = wants('name');
export const nameOrArnOf = wants('name', 'arn');
export const idOrArnOf = wants('id', 'arn');

/** Nothing but an attribute of a type: the allocation of an address, the ID of a GraphQL API. */
export const attributeOf = (type: string, attribute: string): Wanted => ({
  ...wants('id', 'name', 'other')(type),
  attributes: { [type]: attribute },
});
