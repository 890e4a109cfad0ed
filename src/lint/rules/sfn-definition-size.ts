import type { Cause } from '../../model/origin.ts';
import { withoutPlaceholders } from '../../model/placeholders.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isMap } from '../../model/tree.ts';
import { localPath } from '../facts/functions/local-path.ts';
import { templateText } from '../facts/texts/template-text.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const maximum = 1_048_576;
const nameMaximum = 80;
const definitions = ['Definition', 'DefinitionString', 'DefinitionS3Location'];
const inSource = ['Definition', 'DefinitionUri'];

export const sfnDefinitionSize = defineTemplateRule({
  id: 'sfn-definition-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  title: 'State machine definition over 1 MB',
  description:
    'The definition of a state machine has at most 1,048,576 bytes as text, its name 1 to 80 characters, and exactly one of the properties for a definition is given. Parts known only at the deployment are not counted, so the real size is at least the one reported.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html',
  supersedes: ['cfn-property-combination', 'missing-definition', 'exclusive-properties'],
  messages: {
    large:
      "The definition of '{id}' has {atLeast}{bytes} bytes; at most {maximum} are allowed. Move parts of it into other state machines.",
    name: 'The name of the state machine has {length} characters; 1 to {maximum} are allowed.',
    none: "'{id}' has no definition: give one of {allowed}.",
    several: "'{property}' and '{other}' exclude each other; keep one of them.",
  },
  example: {
    in: 'resources',
    fails: `
‹Flow›:
  Type: AWS::StepFunctions::StateMachine
  Properties: {RoleArn: !ImportValue role}`,
    passes: `
Flow:
  Type: AWS::StepFunctions::StateMachine
  Properties: {RoleArn: !ImportValue role, Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}}`,
  },
  check(cx) {
    for (const machine of cx.resources('AWS::StepFunctions::StateMachine')) {
      checkSize(machine, cx);
      checkFile(machine, cx);
      checkName(machine, cx);
      checkDefinitions(machine, definitions, cx);
    }
    // The transform expands only those with one definition.
    for (const machine of cx.sources('AWS::Serverless::StateMachine')) {
      if (!cx.resource(machine.id)?.type.startsWith('AWS::StepFunctions')) checkDefinitions(machine, inSource, cx);
    }
  },
});

const checkName = (machine: ResourceNode, cx: RuleContext): void => {
  for (const { value, at } of machine.strings('StateMachineName')) {
    const { length } = [...value];
    if (length >= 1 && length <= nameMaximum) continue;
    cx.report('name', at, { data: { length, maximum: nameMaximum }, logicalId: machine.id });
  }
};

/** Exactly one of the properties for a definition must be given. */
const checkDefinitions = (machine: ResourceNode, names: readonly string[], cx: RuleContext): void => {
  const logicalId = machine.id;
  const given = names.filter((name) => !machine.lacks(name));
  if (given.length === 0) {
    const related = [cx.keyOf(machine.body, 'Properties') ?? machine.at];
    cx.report('none', machine.at, { data: { id: machine.id, allowed: names.join(', ') }, related, logicalId });
  }
  // Under conditions each of them may have its turn.
  const certain = given.filter((name) => machine.all(name).some(({ path }) => path.length === 1));
  for (const other of certain.slice(1)) {
    const data = { property: certain[0]!, other };
    cx.report('several', machine.keyPlace(other), { data, related: [machine.keyPlace(certain[0]!)], logicalId });
  }
};

const checkSize = (machine: ResourceNode, cx: RuleContext): void => {
  const report = (bytes: number, atLeast: string, at: Cause | undefined): void => {
    if (bytes > maximum)
      cx.report('large', at, { data: { id: machine.id, atLeast, bytes, maximum }, logicalId: machine.id });
  };
  for (const { value, at } of machine.all('DefinitionString')) {
    const text = templateText(value, at, cx)?.text;
    if (text === undefined) continue;
    const known = withoutPlaceholders(text);
    report(utf8Length(known), known === text ? '' : 'at least ', at);
  }
  for (const { value, path } of machine.all('Definition')) {
    const resolved = cx.resolve(value);
    if (isMap(resolved)) report(utf8Length(JSON.stringify(resolved)), '', machine.keyPlace(...path));
  }
};

/** The file that SAM uploads. */
const checkFile = (machine: ResourceNode, cx: RuleContext): void => {
  for (const { value, at } of cx.written(machine.id)?.all('DefinitionUri') ?? []) {
    const path = localPath(value);
    const bytes = path === undefined ? undefined : cx.sizes?.packed(path);
    if (bytes !== undefined && bytes > maximum) {
      cx.report('large', at, { data: { id: machine.id, atLeast: '', bytes, maximum }, logicalId: machine.id });
    }
  }
};
