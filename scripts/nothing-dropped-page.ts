import { type FreeForm, freeForm, freeFormInGeneral } from '../src/lint/facts/templates/free-form.ts';

const rows = (places: readonly FreeForm[]): string[] =>
  places.map(({ of, at, reason }) => `| ${of === undefined ? 'the template' : of} | \`${at}\` | ${reason} |`);

/** The page on what happens to keys that nothing knows. */
export const page = (): string =>
  [
    '# Nothing is dropped silently',
    '',
    'Every key of a template is used, or `synth lint` reports it. The transform itself refuses unknown properties;',
    '[sam-unknown-key](rules/sam-unknown-key.md) finds unknown keys inside of properties that the transform takes apart,',
    '[cfn-unknown-property](rules/cfn-unknown-property.md) those that arrive in a resource whose type does not have them,',
    '[cfn-unknown-type](rules/cfn-unknown-type.md) types that no published specification describes,',
    '[sam-no-effect](rules/sam-no-effect.md) known properties that have no effect where they stand, and',
    '[cfn-mixed-function](rules/cfn-mixed-function.md) keys beside an intrinsic function.',
    '',
    '`test/lint/nothing-dropped.test.ts` holds this: it puts an unknown key into every map of every conformance template',
    'in turn (a part of them in each run, all of them with `SYNTH_ALL_KEYS=1`), and each must be reported or stand at one',
    'of the places below.',
    '',
    '## Places where any key may stand',
    '',
    ...freeFormInGeneral.map((text) => `- ${text}`),
    '',
    '`*` stands for any one step, `**` for any number of them. What is free-form in a resource is so in `Globals` too.',
    '',
    '| in | at | because |',
    '|---|---|---|',
    ...rows(freeForm),
    '',
  ].join('\n');
