import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, isMap, type JsonMap } from '../../../model/tree.ts';

/** An authorizer as the author wrote it under `Auth`. */
export interface SamAuthorizer {
  readonly api: ResourceNode;
  readonly name: string;
  readonly settings: JsonMap;
  /** Where its name stands. */
  readonly at: Cause | undefined;
}

/** The authorizers of the source's APIs of one type, before the transform has refused or dropped anything. */
export function* samAuthorizers(
  cx: RuleContext,
  type: 'AWS::Serverless::Api' | 'AWS::Serverless::HttpApi',
): Generator<SamAuthorizer> {
  for (const api of cx.sources(type)) {
    const given = api.get('Auth', 'Authorizers');
    if (!isMap(given)) continue;
    for (const name of Object.keys(given)) {
      const settings = get(given, name);
      if (isMap(settings)) yield { api, name, settings, at: entryOf(given, name)?.key };
    }
  }
}
