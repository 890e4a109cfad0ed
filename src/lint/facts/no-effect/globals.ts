import { type Cause, entryOf } from '../../../model/origin.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, isMap, isString, isTruthy } from '../../../model/tree.ts';

/** A part of the template outside of properties that has no effect. */
export interface NoEffectAround {
  readonly what: string;
  readonly why: string;
  readonly at: Cause | undefined;
  readonly logicalId?: string;
}

const prefix = 'AWS::Serverless::';

/** Sections of `Globals` for types that the template does not have, and `IgnoreGlobals` where `Globals` has no section to ignore. */
export function* aroundGlobals(cx: RuleContext): Generator<NoEffectAround> {
  const globals = get(cx.source, 'Globals');
  const resources = get(cx.source, 'Resources');
  if (!isMap(resources)) return;
  // Loops that only the deployment can run may make resources of any type.
  const isOpen = Object.keys(resources).some((id) => id.startsWith('Fn::ForEach'));
  if (isMap(globals) && !isOpen) {
    for (const section of Object.keys(globals)) {
      if (cx.declarations.resource(prefix + section) === undefined || cx.sources(prefix + section).length > 0) continue;
      const why = `the template has no ${prefix}${section}`;
      yield { what: `Globals.${section}`, why, at: entryOf(globals, section)?.key };
    }
  }
  for (const logicalId of Object.keys(resources)) {
    const body = resources[logicalId];
    const type = get(body, 'Type');
    if (!isTruthy(get(body, 'IgnoreGlobals')) || !isString(type) || !cx.declarations.resource(type)) continue;
    if (isTruthy(get(globals, type.slice(prefix.length)))) continue;
    const why = `'Globals' has nothing for ${type}`;
    yield { what: 'IgnoreGlobals', why, at: entryOf(body, 'IgnoreGlobals')?.key, logicalId };
  }
}
