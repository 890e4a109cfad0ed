import table from 'cloudformation-js-yaml-schema/tags.json' with { type: 'json' };

/** Functions that the package's table of tags lacks, for it is older. */
const further = ['Base64', 'Transform'];

/** Functions of the section `Rules`. */
const ofRules = ['Contains', 'EachMemberEquals', 'EachMemberIn', 'RefAll', 'ValueOf', 'ValueOfAll'];

/** Functions that the transform AWS::LanguageExtensions gives. */
export const extensionFunctions: ReadonlySet<string> = new Set(['Fn::Length', 'Fn::ToJsonString']);

/** The intrinsic functions of CloudFormation as keys; `Ref` and `Condition` are none by their name. */
export const functionNames: ReadonlySet<string> = new Set([
  ...[...Object.values(table).flat(), ...further, ...ofRules]
    .filter((name) => name !== 'Ref' && name !== 'Condition')
    .map((name) => `Fn::${name}`),
  ...extensionFunctions,
]);
