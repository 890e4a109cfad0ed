import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { getIn, isString, type Step } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { shapeAt } from '../facts/templates/shape-at.ts';
import { type MisreadScalar, misreadScalars } from '../facts/texts/yaml-scalars.ts';

export const yamlUnquoted = defineTemplateRule({
  id: 'yaml-unquoted',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Scalar that YAML reads as something else',
  description:
    'CloudFormation reads YAML 1.1: digits with a leading zero are an octal number (the account `012345670123` becomes another one), `12:30:00` is a number to the base of 60, and `yes`, `no`, `on` and `off` are truth values, as keys too. Numbers are found everywhere; the words only where a text is meant: environment variables, tags, defaults of text parameters, values of mappings, and properties that take any text. Quotes keep the text.',
  source: 'https://yaml.org/type/',
  example: {
    in: 'function',
    fails: 'Environment: {Variables: {ACCOUNT: ‹012345670123›}}',
    passes: "Environment: {Variables: {ACCOUNT: '012345670123'}}",
  },
  fixes: { octal: 'unsafe', sexagesimal: 'unsafe', word: 'unsafe', key: 'unsafe' },
  supersedes: ['cfn-value-pattern'],
  messages: {
    octal: 'YAML reads {spelt} as an octal number, {value}; put it in quotes to keep the digits.',
    sexagesimal: 'YAML reads {spelt} as a number to the base of 60, {value}; put it in quotes to keep the text.',
    word: "YAML reads {spelt} as the truth value {value}, and the text becomes '{value}'; put it in quotes to keep the word.",
    key: "YAML reads the key {spelt} as the truth value {value}, and the key becomes '{value}'; put it in quotes to keep the word.",
  },
  check(cx) {
    for (const scalar of misreadScalars(cx.source)) {
      const { kind, spelt, value, at, path } = scalar;
      if (kind === 'word' && !isText(scalar, cx)) continue;
      const [section, id] = path;
      const owner = section === 'Resources' ? { logicalId: String(id) } : {};
      cx.report(kind, at, { data: { spelt, value }, fix: replaceLiteral({ at, value }, spelt), ...owner });
    }
  },
});

/** Whether a truth value at a place becomes a text. */
const isText = ({ path }: MisreadScalar, cx: RuleContext): boolean => {
  const [section, id, key] = path;
  const [beforeLast, around] = [path.at(-3), path.at(-2)];
  if (section === 'Mappings') return path.length === 4;
  if (section === 'Parameters') {
    const isString = getIn(cx.source, 'Parameters', id!, 'Type') === 'String';
    return isString && (key === 'Default' || key === 'AllowedValues');
  }
  if (section !== 'Resources' && section !== 'Globals') return false;
  if (beforeLast === 'Environment' && around === 'Variables') return true;
  if (beforeLast === 'Tags' || around === 'Tags') return path.at(-1) === 'Value' || typeof around === 'string';
  return section === 'Resources' && isTextProperty(path, cx);
};

/** Whether the specification of the type has a text there, one of any kind. */
const isTextProperty = ([, id, properties, ...steps]: readonly Step[], cx: RuleContext): boolean => {
  const type = getIn(cx.source, 'Resources', id!, 'Type');
  const spec = isString(type) ? cx.specs?.resource(type) : undefined;
  if (spec === undefined || properties !== 'Properties') return false;
  const shape = shapeAt(spec, steps);
  return shape === 's' || (typeof shape === 'object' && 't' in shape && shape.t === 's');
};
