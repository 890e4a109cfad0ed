import { inTable } from '../../model/in-table.ts';
import { nearest } from '../../model/nearest.ts';
import { type Cause, entryOf } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, getIn, isList } from '../../model/tree.ts';
import { architectures } from '../facts/functions/architectures.ts';
import { listLengths } from '../facts/templates/list-lengths.ts';

/** What other tools call them. */
const otherNames: Readonly<Record<string, string>> = { amd64: 'x86_64', x64: 'x86_64', aarch64: 'arm64' };
const maximumOfLayer = 2;

export const lambdaArchitectures = defineRule({
  id: 'lambda-architectures',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Architectures must be one of x86_64 / arm64',
  description:
    'A function has exactly one architecture, `x86_64` or `arm64` (`x86_64` where it says nothing). A layer names at most these two as its `CompatibleArchitectures`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (cfn-lint E3030, E3032)',
  messages: {
    unknown: "The architecture '{found}' does not exist; x86_64 and arm64 do.{near}",
    one: "'Architectures' has {count} entries; a function has exactly one architecture.",
    merged:
      "'Architectures' has {count} entries, because those of 'Globals' (line {line}) and of the function are joined; a function has exactly one architecture. Set it in one place.",
    many: "'CompatibleArchitectures' has {count} entries; a layer has at most {maximum}.",
  },
  example: {
    in: 'function',
    fails: 'Architectures: [‹amd64›]',
    passes: 'Architectures: [x86_64]',
  },
  on: ['AWS::Lambda::Function', 'AWS::Lambda::LayerVersion'],
  reads: ['Architectures', 'CompatibleArchitectures'],
  check(node, cx) {
    const isLayer = node.type === 'AWS::Lambda::LayerVersion';
    const name = isLayer ? 'CompatibleArchitectures' : 'Architectures';
    for (const { value: found, at } of node.strings(name, '*')) {
      // Of a SAM layer the transform has told that already.
      if (architectures.has(found) || found.includes('{{resolve:') || cx.reported(at)) continue;
      const near = inTable(otherNames, found.toLowerCase()) ?? nearest(found, architectures);
      cx.report('unknown', at, { data: { found, near: near === undefined ? '' : ` Did you mean '${near}'?` } });
    }
    for (const { least, most, at } of listLengths(node, name)) {
      if (!isLayer && (least > 1 || most === 0)) {
        const global = least > 1 ? globalPlace(node, cx) : undefined;
        if (global) cx.report('merged', at, { data: { count: least, line: global }, related: [global] });
        else cx.report('one', at, { data: { count: least } });
      }
      if (isLayer && least > maximumOfLayer) cx.report('many', at, { data: { count: least, maximum: maximumOfLayer } });
    }
  },
});

/** Where `Globals` gives a function an architecture beside its own. */
const globalPlace = ({ id }: ResourceNode, { source }: RuleContext): Cause | undefined => {
  const globals = getIn(source, 'Globals', 'Function');
  const own = getIn(source, 'Resources', id, 'Properties', 'Architectures');
  return isList(get(globals, 'Architectures')) && isList(own) && own.length <= 1
    ? entryOf(globals, 'Architectures')?.key
    : undefined;
};
