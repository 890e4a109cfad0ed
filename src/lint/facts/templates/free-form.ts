/** A place whose keys are the author's own, so that none of them can be unknown. */
export interface FreeForm {
  /** The resource type or event type (`Api event`) whose properties are meant; undefined for the template. */
  readonly of?: string;
  /** The steps to the map: `*` stands for any one step, `**` for any number of them. */
  readonly at: string;
  readonly reason: string;
}

const tags = "Tags have the author's names.";
const variables = "Variables have the author's names.";
const openApi = 'An OpenAPI document may have extensions, examples and schemas of any form; API Gateway takes them.';
const policy = "The keys of a condition are names of the request's context, tags among them.";
const pattern = 'A pattern has the form of the events it matches.';
const payload = 'What a state sends or makes has the form that its receiver wants.';
const schema = 'A JSON schema may say anything.';

const serverless = 'AWS::Serverless::';
const everywhere: readonly FreeForm[] = [
  { at: 'Metadata/**', reason: 'Tools keep what they want there.' },
  { at: 'Resources/*/Metadata/**', reason: 'Tools keep what they want there.' },
  { at: 'Resources/*/Connectors/*/Metadata/**', reason: 'Tools keep what they want there.' },
  { at: 'Mappings/*', reason: "The keys of a mapping are the author's; `Fn::FindInMap` names them at deploy time." },
  { at: 'Mappings/*/*', reason: "The keys of a mapping are the author's; `Fn::FindInMap` names them at deploy time." },
];

const properties: readonly FreeForm[] = [
  ...['Function', 'Api', 'HttpApi', 'WebSocketApi', 'StateMachine', 'SimpleTable', 'Application', 'GraphQLApi'].map(
    (name) => ({ of: serverless + name, at: 'Tags', reason: tags }),
  ),
  { of: `${serverless}CapacityProvider`, at: 'Tags', reason: tags },
  { of: `${serverless}Function`, at: 'Environment/Variables', reason: variables },
  { of: `${serverless}Function`, at: '**/Condition/*', reason: policy },
  { of: `${serverless}StateMachine`, at: 'Policies/**/Condition/*', reason: policy },
  { of: `${serverless}Application`, at: 'Parameters', reason: 'The nested template has parameters of its own.' },
  { of: `${serverless}Api`, at: 'DefinitionBody/**', reason: openApi },
  { of: `${serverless}HttpApi`, at: 'DefinitionBody/**', reason: openApi },
  { of: `${serverless}Api`, at: 'Models/**', reason: schema },
  { of: `${serverless}Api`, at: 'Variables', reason: variables },
  { of: `${serverless}Api`, at: 'CanarySetting/StageVariablesOverrides', reason: variables },
  { of: `${serverless}HttpApi`, at: 'StageVariables', reason: variables },
  { of: `${serverless}WebSocketApi`, at: 'StageVariables', reason: variables },
  { of: `${serverless}HttpApi`, at: 'RouteSettings', reason: 'The keys are routes of the definition or of events.' },
  { of: `${serverless}WebSocketApi`, at: 'RouteSettings', reason: 'The keys are routes.' },
  {
    of: `${serverless}Api`,
    at: 'GatewayResponses/*/ResponseParameters/*',
    reason: "Headers and parameters have the author's names.",
  },
  { of: `${serverless}Api`, at: 'GatewayResponses/*/ResponseTemplates', reason: 'The keys are media types.' },
  { of: `${serverless}Api`, at: 'Policy/**/Condition/*', reason: policy },
  { of: `${serverless}Api`, at: 'Domain/Policy/**/Condition/*', reason: policy },
  { of: `${serverless}Api`, at: 'Auth/ResourcePolicy/CustomStatements/**/Condition/*', reason: policy },
  { of: `${serverless}StateMachine`, at: 'DefinitionSubstitutions', reason: variables },
  ...['Parameters', 'Arguments', 'Result', 'ResultSelector', 'ItemSelector', 'Assign', 'Output'].map((name) => ({
    of: `${serverless}StateMachine`,
    at: `Definition/**/${name}/**`,
    reason: payload,
  })),
];

const events: readonly FreeForm[] = [
  { of: 'SNS event', at: 'FilterPolicy/**', reason: pattern },
  { of: 'EventBridgeRule event', at: 'Pattern/**', reason: pattern },
  { of: 'CloudWatchEvent event', at: 'Pattern/**', reason: pattern },
  { of: 'EventBridgeRule event', at: 'InputTransformer/InputPathsMap', reason: variables },
  { of: 'CloudWatchEvent event', at: 'InputTransformer/InputPathsMap', reason: variables },
  { of: 'Api event', at: 'Auth/ResourcePolicy/CustomStatements/**/Condition/*', reason: policy },
];

/** Every place of a template where any key is as good as another. What is not here and not used is reported. */
export const freeForm: readonly FreeForm[] = [...everywhere, ...properties, ...events];

/** Further places that do not depend on the type, in words. */
export const freeFormInGeneral: readonly string[] = [
  'Properties of CloudFormation types for which the published schema says: any JSON, or a map with keys of any name. Policy documents and state machines among them are checked by rules of their own.',
  'Properties of types that have no published schema: custom resources, types and modules of others than AWS, and `AWS::CloudFormation::Macro`. A type of AWS that is not among the published ones is reported itself, for everything in it.',
  'Operands of intrinsic functions other than `Fn::If`: what `Fn::Select` or `Fn::FindInMap` picks is known at deploy time only.',
];
