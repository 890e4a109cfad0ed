import type { Cause } from '../../../model/origin.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { isTruthy } from '../../../model/tree.ts';
import { samEvents } from '../events/sam-events.ts';

/** Something that an `AWS::Serverless::HttpApi`, or an event on one, is given in the source. */
export interface Written {
  readonly property: string;
  /** Where its name stands. */
  readonly at: Cause | undefined;
  readonly logicalId: string;
  readonly eventId?: string;
}

type Paths = readonly (readonly string[])[];

/**
 * What stands at the given paths of HTTP APIs and of their events. The transform refuses or drops what it does not know
 * there, so that a rule on the expansion would never see it.
 */
export function* writtenOnHttpApis(cx: RuleContext, ofApi: Paths, ofEvent: Paths): Generator<Written> {
  for (const api of cx.sources('AWS::Serverless::HttpApi')) {
    for (const path of ofApi) {
      if (!api.all(...path).some(({ value }) => isTruthy(value))) continue;
      yield { property: path.at(-1)!, at: api.keyPlace(...path), logicalId: api.id };
    }
  }
  for (const { owner, id, type } of samEvents(cx)) {
    if (type !== 'HttpApi') continue;
    for (const path of ofEvent) {
      const whole = ['Events', id, 'Properties', ...path];
      if (!owner.all(...whole).some(({ value }) => isTruthy(value))) continue;
      yield { property: path.at(-1)!, at: owner.keyPlace(...whole), logicalId: owner.id, eventId: id };
    }
  }
}
