import type { Cause } from '../../../model/origin.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { isIntrinsic, isList } from '../../../model/tree.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { isOpaque } from '../templates/opaque.ts';
import { type Preorder, preorderOf } from '../templates/preorder.ts';

/** A text of a resource or output that no `Fn::Sub` works on. */
export interface PlainText {
  readonly text: string;
  readonly at: Cause | undefined;
  /** The type of the resource; undefined in an output. */
  readonly type: string | undefined;
  readonly logicalId: string | undefined;
  /** The keys to it, from the properties or the output on; functions and positions in lists aside. */
  readonly path: readonly string[];
}

/** Properties that hold code or another template, in which `${…}` means something of its own. */
const code: ReadonlySet<string> = new Set([
  'BuildSpec',
  'Code',
  'Content',
  'DashboardBody',
  'Definition',
  'DefinitionString',
  'FunctionCode',
  'Script',
  'TemplateBody',
  'UserData',
  'ZipFile',
]);

/** Keys of ids, ARNs and physical names, whose values have neither `$` nor `:` but in an ARN. */
const identifier =
  /((Id|Arn)s?|^(Alias|Bucket|Cluster|Function|Group|Layer|LogGroup|Queue|Repository|Role|StateMachine|Stream|Table|Topic|User)Name)$/;

/** Whether the property refuses every text that is not an id, ARN or name. */
export const isIdentifier = ({ path }: PlainText): boolean => identifier.test(path.at(-1) ?? '');

/** Whether a text stands in code. */
export const isCode = ({ path }: PlainText): boolean => path.some((key) => code.has(key));

/**
 * Every text of the properties and outputs with a `$` or a `::` in it that is handed on as it is; the walk is made once
 * for all rules that ask. What custom resources and third parties make of a text is not known, so they are left out.
 */
export const plainTexts = oncePerTemplate((cx: RuleContext): readonly PlainText[] => {
  const found: PlainText[] = [];
  const row = preorderOf(cx.template);
  for (const body of row.entriesOf(row.entryIn(0, 'Resources'))) {
    const node = cx.resource(String(row.steps[body]));
    if (!node || (isOpaque(node.type) && node.type !== 'AWS::CloudFormation::Stack')) continue;
    const { id, type, at } = node;
    addTexts(row, row.entryIn(body, 'Properties'), { at, type, logicalId: id }, found);
  }
  for (const output of row.entriesOf(row.entryIn(0, 'Outputs'))) {
    for (const key of ['Value', 'Export']) {
      const value = row.entryIn(output, key);
      if (value === undefined) continue;
      addTexts(row, value, { at: row.placeOf(value, value), type: undefined, logicalId: undefined }, found);
    }
  }
  return found;
});

/** The texts at a position and in it. */
const addTexts = (
  row: Preorder,
  start: number | undefined,
  { at: around, type, logicalId }: Pick<PlainText, 'at' | 'type' | 'logicalId'>,
  found: PlainText[],
): void => {
  if (start === undefined) return;
  const { values, ends } = row;
  for (let at = start; at < ends[start]!; at++) {
    const text = values[at]!;
    if (typeof text !== 'string' || !isPlain(text)) continue;
    const path = pathTo(row, at, start);
    if (path) found.push({ text, at: row.placeOf(at, start + 1, around), type, logicalId, path });
  }
};

/** The keys from a position to a text in it, functions aside; undefined where a function works on the text. */
const pathTo = ({ values, steps, parents }: Preorder, text: number, start: number): readonly string[] | undefined => {
  const path: string[] = [];
  let below = text;
  for (let at = text; at !== start; below = at, at = parents[at]!) {
    const step = steps[at]!;
    const container = values[parents[at]!];
    if (typeof step !== 'string') continue;
    if (!isIntrinsic(container)) path.push(step);
    else {
      const operands = textOperands.get(step);
      const takes = isList(values[at])
        ? operands === 'all' || operands?.includes(Number(steps[below]))
        : operands === 'all';
      if (!takes) return undefined;
    }
  }
  return path.reverse();
};

/** Whether a text is one of those that are looked for. */
const isPlain = (text: string): boolean => text.includes('${') || text.startsWith('AWS::');

/** The operands of functions that texts of the author can be; those of other functions are names and keys. */
const textOperands: ReadonlyMap<string, readonly number[] | 'all'> = new Map<string, readonly number[] | 'all'>([
  ['Fn::If', [1, 2]],
  ['Fn::Join', [1]],
  ['Fn::Select', [1]],
  ['Fn::Split', [1]],
  ['Fn::Sub', [1]],
  ['Fn::Base64', 'all'],
  ['Fn::ToJsonString', 'all'],
  ['Condition', 'all'],
]);
