import { get } from '../../model/tree.ts';
import type { Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

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
      if (after?.value === value) continue;
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

const exportsOf = ({ template, meaning }: Side): ReadonlyMap<string, { output: string; value: string }> => {
  const outputs = get(template, 'Outputs');
  const found = new Map<string, { output: string; value: string }>();
  for (const output of Object.keys(outputs ?? {})) {
    const body = get(outputs, output);
    const name = get(get(body, 'Export'), 'Name');
    const plain = name === undefined ? undefined : meaning.value(name);
    if (plain !== undefined)
      found.set(symbolic(plain), { output, value: symbolic(meaning.value(get(body, 'Value') ?? null) ?? '') });
  }
  return found;
};
