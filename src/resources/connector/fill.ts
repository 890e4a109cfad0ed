import { sub } from '../../model/intrinsics.ts';
import type { Json, JsonMap } from '../../model/tree.ts';
import type { Detail, Endpoint } from './endpoint.ts';

const place = /<(Source|Destination)\.(Arn|Name|Qualifier|ResourceId)>/g;

/** Both ends of a connector. */
export type Ends = { readonly [End in Endpoint['name']]: Endpoint };

/** The places of a text. */
export const placesOf = (text: string): (readonly [end: Endpoint['name'], detail: Detail])[] =>
  [...text.matchAll(place)].map(([, end, detail]) => [end as Endpoint['name'], detail as Detail]);

/** Fills the places of a text: by the value itself where the place is all there is, else by `Fn::Sub`. */
export const fill = (text: string, ends: Ends): Json => {
  const variables: JsonMap = {};
  let filled = text;
  for (const [end, detail] of placesOf(text)) {
    const value = ends[end].known[detail] ?? null;
    const written = `<${end}.${detail}>`;
    if (text === written) return value;
    variables[end + detail] = value;
    filled = filled.replace(written, `\${${end}${detail}}`);
  }
  if (!filled.includes('${')) return filled;
  return sub(filled, Object.keys(variables).length === 0 ? undefined : variables);
};
