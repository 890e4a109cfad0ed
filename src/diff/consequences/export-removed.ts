import { get, type Json } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
import { mentionsIn } from '../compare/references.ts';
import { placeAt } from '../places.ts';
import type { Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'export-removed',
  level: 'warning',
  kinds: ['removed', 'refused'],
  title: 'An export that other stacks may import is removed or gets another value',
  description:
    'CloudFormation refuses to remove or change an export while another stack imports it (`Fn::ImportValue`).',
  *find(cx) {
    const now = exportsOf(cx.after);
    for (const [name, { output, value }] of exportsOf(cx.before)) {
      const after = now.get(name);
      if (after?.value === value) {
        const source = replacedIn(after.body, cx);
        if (source)
          yield {
            text: `The export '${name}' ${source.certain ? 'gets' : 'perhaps gets'} another value because '${source.id}' is replaced: CloudFormation refuses that while another stack imports it.`,
            resource: output,
            at: placeAt(after.body, 'Value') ?? source.at,
          };
        continue;
      }
      const change = cx.compared.sections.find(
        (each) => each.section === 'Outputs' && each.path[0] === (after?.output ?? output),
      );
      yield {
        text: after
          ? `The export '${name}' gets another value: CloudFormation refuses that while another stack imports it.`
          : `The export '${name}' is removed: CloudFormation refuses that while another stack imports it.`,
        resource: output,
        at: after ? change?.at : undefined,
        wasAt: change?.wasAt,
      };
    }
  },
});

/** A resource that the value refers to and that is replaced, so that it has another id or ARN then. */
const replacedIn = (body: Json, cx: ChangeContext): ResourceChange | undefined =>
  mentionsIn(get(body, 'Value') ?? null, undefined)
    .flatMap(({ name }) => cx.change(name) ?? [])
    .find(({ fate, heldName }) => fate === 'replaced' && !heldName);

interface Export {
  readonly output: string;
  readonly body: Json;
  readonly value: string;
}

const exportsOf = ({ template, meaning }: Side): ReadonlyMap<string, Export> => {
  const outputs = get(template, 'Outputs');
  const found = new Map<string, Export>();
  for (const output of Object.keys(outputs ?? {})) {
    const body = get(outputs, output);
    const name = get(get(body, 'Export'), 'Name');
    const plain = name === undefined ? undefined : meaning.value(name);
    if (plain !== undefined)
      found.set(symbolic(plain), {
        output,
        body: body!,
        value: symbolic(meaning.value(get(body, 'Value') ?? null) ?? ''),
      });
  }
  return found;
};
