import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { templateText } from '../texts/template-text.ts';
import { importedModules, isProvided } from './inline-modules.ts';

/** Whether all functions whose runtime stands at a place can have another one, as far as the template shows. */
export const canMoveTo = (at: Cause | undefined, runtime: string, cx: RuleContext): boolean =>
  at !== undefined &&
  (functionsByPlace(cx).get(keyOf(at)) ?? []).every((fn) => layersFit(fn, runtime, cx) && codeFits(fn, runtime, cx));

/** `Globals` give one runtime to several functions. */
const functionsByPlace = oncePerTemplate((cx) => {
  const found = new Map<string, ResourceNode[]>();
  for (const fn of cx.resources('AWS::Lambda::Function')) {
    for (const { at } of fn.strings('Runtime')) if (at) addTo(found, keyOf(at), fn);
  }
  return found;
});

const keyOf = ({ source, start }: Cause): string => `${start} ${source.file ?? ''}`;

/** No layer of the template says that it is for other runtimes only. */
const layersFit = (fn: ResourceNode, runtime: string, cx: RuleContext): boolean =>
  fn.all('Layers', '*').every(({ value }) => {
    const layer = cx.target(value);
    const declared = layer?.strings('CompatibleRuntimes', '*').map((each) => each.value) ?? [];
    return layer?.type !== 'AWS::Lambda::LayerVersion' || declared.length === 0 || declared.includes(runtime);
  });

/** Inline code imports nothing that the other runtime lacks. */
const codeFits = (fn: ResourceNode, runtime: string, cx: RuleContext): boolean =>
  fn.all('Code', 'ZipFile').every(({ value, at }) => {
    const code = templateText(value, at, cx);
    return !code || importedModules(code.text, runtime).every(({ name }) => isProvided(name, runtime));
  });
