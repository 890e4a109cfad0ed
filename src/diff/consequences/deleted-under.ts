import { getIn, type Step } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
import { mentionsIn } from '../compare/references.ts';
import { called, enumerated } from '../words/nouns.ts';
import type { ChangeContext } from './context.ts';

/** Versions keep the content of the layers that they were published with. */
const kept: ReadonlySet<string> = new Set(['AWS::Lambda::LayerVersion']);

/** What changes in resources: of which, and at which paths below `Properties`. */
export interface Changed {
  readonly change: ResourceChange;
  readonly paths: readonly (readonly Step[])[];
}

/**
 * The resources that a snapshot of other resources goes on naming although the change deletes them, in words:
 * `the table 'Orders', which is deleted`; undefined where there are none.
 */
export const deletedUnder = (changed: readonly Changed[], cx: ChangeContext): string | undefined => {
  const names = new Set<string>();
  for (const { change, paths } of changed) {
    const properties = change.before?.body['Properties'] ?? null;
    for (const path of paths) {
      const value = getIn(properties, path[0]!);
      if (value !== undefined) for (const { name } of mentionsIn(value, undefined)) names.add(name);
    }
  }
  const gone = [...names].flatMap((id) => {
    const change = cx.change(cx.partner(id) ?? id);
    return change && isDeleted(change) && (change.formerId ?? change.id) === id ? [change] : [];
  });
  if (gone.length === 0) return undefined;
  const perhaps = gone.every(({ certain }) => !certain) ? 'perhaps ' : '';
  const texts = gone.map(({ type, id, formerId }) => called(type, formerId ?? id));
  return `${enumerated(texts, 3)}, which ${gone.length === 1 ? 'is' : 'are'} ${perhaps}deleted`;
};

const isDeleted = ({ fate, heldName, oldCopy, type }: ResourceChange): boolean =>
  (fate === 'replaced' || fate === 'removed') && !heldName && oldCopy === 'deleted' && !kept.has(type);
