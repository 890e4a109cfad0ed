import type { Cause } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isMap } from '../../model/tree.ts';
import { localPath } from '../facts/local-path.ts';
import { templateText } from '../facts/template-text.ts';
import { utf8Length } from '../facts/utf8.ts';

const maximum = 1_048_576;
const nameMaximum = 80;
const definitions = ['Definition', 'DefinitionString', 'DefinitionS3Location'];

export const sfnDefinitionSize = defineRule({
  id: 'sfn-definition-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'State machine definition over 1 MB',
  description:
    'The definition of a state machine has at most 1,048,576 bytes as text, its name 1 to 80 characters, and exactly one of the properties for a definition is given. Parts known only at deploy time count nothing, so the real size is at least the one reported.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html',
  messages: {
    large: "The definition of '{id}' has {atLeast}{bytes} bytes; at most {maximum} are allowed.",
    name: 'The name of the state machine has {length} characters; 1 to {maximum} are allowed.',
    none: "'{id}' has no definition: give one of {allowed}.",
    several: "'{property}' and '{other}' exclude each other; keep one of them.",
  },
  on: ['AWS::StepFunctions::StateMachine'],
  check(machine, cx) {
    checkSize(machine, cx);
    checkFile(machine, cx);
    for (const { value, at } of machine.strings('StateMachineName')) {
      const { length } = [...value];
      if (length < 1 || length > nameMaximum) cx.report('name', at, { data: { length, maximum: nameMaximum } });
    }
    const given = definitions.filter((name) => !machine.lacks(name));
    if (given.length === 0) {
      cx.report('none', machine.at, { data: { id: machine.id, allowed: definitions.join(', ') } });
    }
    // Under conditions each of them may have its turn.
    const certain = given.filter((name) => machine.all(name).some(({ path }) => path.length === 1));
    for (const other of certain.slice(1)) {
      cx.report('several', machine.keyPlace(other), { data: { property: certain[0]!, other } });
    }
  },
});

const checkSize = (machine: ResourceNode, cx: RuleContext): void => {
  const report = (bytes: number, atLeast: string, at: Cause | undefined): void => {
    if (bytes > maximum) cx.report('large', at, { data: { id: machine.id, atLeast, bytes, maximum } });
  };
  for (const { value, at } of machine.all('DefinitionString')) {
    const text = templateText(value, at, cx)?.text;
    if (text === undefined) continue;
    const known = text.replace(/\$\{[^}]*\}/g, '');
    report(utf8Length(known), known === text ? '' : 'at least ', at);
  }
  for (const { value, at } of machine.all('Definition')) {
    const resolved = cx.resolve(value);
    if (isMap(resolved)) report(utf8Length(JSON.stringify(resolved)), '', at);
  }
};

/** The file that SAM uploads. */
const checkFile = (machine: ResourceNode, cx: RuleContext): void => {
  for (const { value, at } of cx.written(machine.id)?.all('DefinitionUri') ?? []) {
    const path = localPath(value);
    const bytes = path === undefined ? undefined : cx.sizes?.packed(path);
    if (bytes !== undefined && bytes > maximum) {
      cx.report('large', at, { data: { id: machine.id, atLeast: '', bytes, maximum } });
    }
  }
};
