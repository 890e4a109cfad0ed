/** What a value of a template is, or what a function gives. */
export type Kind = 'text' | 'list' | 'map' | 'condition';

/** One argument of a function. */
export interface Operand {
  /** How messages call it, without an article. */
  readonly what: string;
  /** `integer` is a text that holds one, `scalar` a text or a condition, `structure` a list or a map. */
  readonly kind: Kind | 'integer' | 'scalar' | 'structure' | 'any';
  /** Whether a number or a truth value is not a text here. */
  readonly strict?: boolean;
  /** The functions that may stand for it; without it all that give its kind may. */
  readonly functions?: readonly string[];
  /** Whether `AWS::LanguageExtensions` takes all functions that give its kind. */
  readonly extended?: boolean;
  /** The smallest and the largest integer. */
  readonly range?: readonly [least: number, most: number];
  /** What the items of a list or the values of a map are. */
  readonly items?: Operand;
  /** What to do where a function stands that may not, as a sentence. */
  readonly cure?: string;
}

/** One form that the argument of a function may have. */
export type Form =
  /** A single value. */
  | { readonly kind: 'value'; readonly value: Operand }
  /** A list of arguments; those behind the first `required` may be left out. */
  | {
      readonly kind: 'list';
      readonly operands: readonly Operand[];
      readonly required: number;
      readonly extended?: Operand;
    }
  /** A list of like values. */
  | { readonly kind: 'several'; readonly each: Operand; readonly least: number; readonly most: number }
  /** A map with these keys. */
  | { readonly kind: 'map'; readonly keys: ReadonlyMap<string, Operand>; readonly required: readonly string[] };

/** The parts of a template in which functions are evaluated. */
export type Room = 'values' | 'conditions' | 'rules';

export interface FunctionSpec {
  readonly gives: Kind | 'any';
  /** The forms it takes; they differ in being a text, a list or a map. */
  readonly forms: readonly Form[];
  readonly rooms: readonly Room[];
}

const value = (operand: Operand): Form => ({ kind: 'value', value: operand });
const list = (...operands: Operand[]): Form => ({ kind: 'list', operands, required: operands.length });
const several = (each: Operand, least: number, most: number): Form => ({ kind: 'several', each, least, most });

const text = (what: string, functions?: readonly string[]): Operand => ({
  what,
  kind: 'text',
  ...(functions && { functions }),
});
const name = (what: string): Operand => text(what, []);
const scalar = (what: string): Operand => ({ what, kind: 'scalar' });
const any = (what: string): Operand => ({ what, kind: 'any' });
const listOf = (what: string, items: Operand, functions?: readonly string[]): Operand => ({
  what,
  kind: 'list',
  items,
  ...(functions && { functions }),
});
const integer = (what: string, least: number, most: number, functions?: readonly string[]): Operand => ({
  what,
  kind: 'integer',
  range: [least, most],
  ...(functions && { functions }),
});
const extended = (operand: Operand): Operand => ({ ...operand, extended: true });

const conditionName: Operand = {
  ...name('condition'),
  cure: "Define the condition in 'Conditions', and write its name here.",
};
const condition: Operand = { what: 'condition', kind: 'condition' };
const delimiter: Operand = { ...name('delimiter'), strict: true };
const subText: Operand = { ...name('text'), cure: 'Give what it comes to a name in the map of variables.' };
const key = (what: string): Operand => extended(text(what, ['Ref', 'Fn::FindInMap']));
const ofRules = ['Ref', 'Fn::RefAll', 'Fn::ValueOf', 'Fn::ValueOfAll'];

const values: readonly Room[] = ['values'];
const valuesAndConditions: readonly Room[] = ['values', 'conditions'];
const tests: readonly Room[] = ['conditions', 'rules'];
const rules: readonly Room[] = ['rules'];

/**
 * The intrinsic functions: what they give and take, and where they may stand.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const functionTable: ReadonlyMap<string, FunctionSpec> = new Map<string, FunctionSpec>([
  ['Ref', { gives: 'any', forms: [value(extended(name('name')))], rooms: ['values', 'conditions', 'rules'] }],
  ['Condition', { gives: 'condition', forms: [value({ ...conditionName, what: 'name' })], rooms: tests }],
  ['Fn::And', { gives: 'condition', forms: [several(condition, 2, 10)], rooms: tests }],
  ['Fn::Or', { gives: 'condition', forms: [several(condition, 2, 10)], rooms: tests }],
  ['Fn::Not', { gives: 'condition', forms: [several(condition, 1, 1)], rooms: tests }],
  ['Fn::Equals', { gives: 'condition', forms: [list(scalar('first value'), scalar('second value'))], rooms: tests }],
  ['Fn::If', { gives: 'any', forms: [list(conditionName, any('first value'), any('second value'))], rooms: values }],
  ['Fn::Base64', { gives: 'text', forms: [value(text('text'))], rooms: values }],
  [
    'Fn::Cidr',
    {
      gives: 'list',
      forms: [
        {
          kind: 'list',
          operands: [text('IP block'), integer('count', 1, 256), integer('number of subnet bits', 1, 128)],
          required: 2,
        },
      ],
      rooms: values,
    },
  ],
  [
    'Fn::FindInMap',
    {
      gives: 'any',
      forms: [
        {
          kind: 'list',
          operands: [key('name of the mapping'), key('top-level key'), key('second-level key')],
          required: 3,
          extended: { what: 'default', kind: 'map' },
        },
      ],
      rooms: valuesAndConditions,
    },
  ],
  [
    'Fn::GetAtt',
    {
      gives: 'any',
      forms: [
        value(extended(name('resource and attribute'))),
        list(extended(name('logical id')), extended(text('attribute', ['Ref']))),
      ],
      rooms: values,
    },
  ],
  ['Fn::GetAZs', { gives: 'list', forms: [value(text('region'))], rooms: values }],
  [
    'Fn::GetStackOutput',
    {
      gives: 'text',
      forms: [
        {
          kind: 'map',
          keys: new Map(
            ['StackName', 'OutputName', 'Region', 'RoleArn'].map((each) => [each, text(`value of '${each}'`)]),
          ),
          required: ['StackName', 'OutputName'],
        },
      ],
      rooms: values,
    },
  ],
  ['Fn::ImportValue', { gives: 'text', forms: [value(text('name of the export'))], rooms: values }],
  [
    'Fn::Join',
    {
      gives: 'text',
      forms: [list(delimiter, listOf('list of values', text('value')))],
      rooms: valuesAndConditions,
    },
  ],
  ['Fn::Length', { gives: 'text', forms: [value({ what: 'value', kind: 'list' })], rooms: valuesAndConditions }],
  [
    'Fn::Select',
    {
      gives: 'any',
      forms: [
        list(
          extended(integer('index', 0, Number.MAX_SAFE_INTEGER, ['Ref', 'Fn::FindInMap', 'Fn::If'])),
          listOf('list', any('item')),
        ),
      ],
      rooms: valuesAndConditions,
    },
  ],
  ['Fn::Split', { gives: 'list', forms: [list(delimiter, text('text'))], rooms: valuesAndConditions }],
  [
    'Fn::Sub',
    {
      gives: 'text',
      forms: [
        value(subText),
        list(subText, { what: 'map of variables', kind: 'map', functions: [], items: text('value of a variable') }),
      ],
      rooms: valuesAndConditions,
    },
  ],
  [
    'Fn::ToJsonString',
    { gives: 'text', forms: [value({ what: 'value', kind: 'structure' })], rooms: valuesAndConditions },
  ],
  [
    'Fn::Contains',
    {
      gives: 'condition',
      forms: [list(listOf('list of values', text('value', ofRules), ofRules), text('value', ofRules))],
      rooms: rules,
    },
  ],
  [
    'Fn::EachMemberEquals',
    {
      gives: 'condition',
      forms: [list(listOf('list of values', text('value', ofRules), ofRules), text('value', ofRules))],
      rooms: rules,
    },
  ],
  [
    'Fn::EachMemberIn',
    {
      gives: 'condition',
      forms: [
        list(
          listOf('list of values', text('value', ofRules), ofRules),
          listOf('list of allowed values', text('value', ofRules), ofRules),
        ),
      ],
      rooms: rules,
    },
  ],
  ['Fn::RefAll', { gives: 'list', forms: [value(name('type of parameters'))], rooms: rules }],
  ['Fn::ValueOf', { gives: 'any', forms: [list(name('parameter'), name('attribute'))], rooms: rules }],
  ['Fn::ValueOfAll', { gives: 'list', forms: [list(name('type of parameters'), name('attribute'))], rooms: rules }],
]);

/** Functions that the transform AWS::LanguageExtensions gives. */
export const extensionFunctions: ReadonlySet<string> = new Set(['Fn::Length', 'Fn::ToJsonString']);
