import { defineTemplateRule } from '../../model/rule.ts';
import { bodyMessages, checkBody, checkShapes } from '../facts/asl/bodies.ts';
import { checkChoice, choiceMessages } from '../facts/asl/choice.ts';
import { aslDefinitions } from '../facts/asl/definition.ts';
import { checkFailures, failureMessages } from '../facts/asl/failures.ts';
import { checkFields, checkLanguage, checkScopeFields, fieldMessages } from '../facts/asl/fields.ts';
import { fileMessages } from '../facts/asl/file.ts';
import { checkExpressions, jsonataMessages } from '../facts/asl/jsonata.ts';
import { checkNames, nameMessages } from '../facts/asl/names.ts';
import { checkPaths, pathMessages } from '../facts/asl/paths.ts';
import { checkReach, reachMessages } from '../facts/asl/reach.ts';
import type { AslReport } from '../facts/asl/report.ts';
import { aslTree } from '../facts/asl/states.ts';
import { checkStart, checkTransitions, transitionMessages } from '../facts/asl/transitions.ts';
import { checkScopeValues, checkValues, valueMessages } from '../facts/asl/values.ts';

const ofScopes = [checkScopeFields, checkScopeValues, checkStart, checkReach];
const ofStates = [
  ...[checkFields, checkLanguage, checkValues, checkTransitions, checkBody],
  ...[checkChoice, checkFailures, checkPaths, checkExpressions],
];

export const sfnStructure = defineTemplateRule({
  id: 'sfn-structure',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine'],
  title: 'Broken Amazon States Language',
  description:
    'Checks the definitions of state machines, in the template as `Definition` or as text in `DefinitionString`, or in the local file that `DefinitionUri` names: every transition leads to a state of the same scope, states have the fields of their type and query language and go on or end, `Choice` rules, `Retry`, `Catch`, paths, functions and expressions are well formed, every state is reached from the first, names are unique and have at most 80 characters. A machine without an end is a warning. Values known only at deploy time are not looked at.',
  source: 'https://states-language.net/spec.html',
  messages: {
    json: 'The definition is not JSON: expected {expected}, found {found}.',
    ...fileMessages,
    ...transitionMessages,
    ...reachMessages,
    ...nameMessages,
    ...fieldMessages,
    ...valueMessages,
    ...bodyMessages,
    ...choiceMessages,
    ...failureMessages,
    ...pathMessages,
    ...jsonataMessages,
  },
  example: {
    in: 'state',
    fails: '{Type: Pass, Next: ‹Done›}',
    passes: '{Type: Pass, End: true}',
  },
  check(cx) {
    const { whole, broken } = aslDefinitions(cx);
    for (const { node, messageId, at, ...more } of broken) {
      if (!cx.reported(at)) cx.report(messageId, at, { ...more, logicalId: node.id });
    }
    for (const definition of whole) {
      const report: AslReport = (messageId, at, data = {}, more = {}) =>
        cx.report(messageId, at, { data, ...more, logicalId: definition.node.id });
      const tree = aslTree(definition);
      checkShapes(tree, report);
      checkNames(tree, report);
      for (const scope of tree.scopes) for (const check of ofScopes) check(scope, report);
      for (const state of tree.states) for (const check of ofStates) check(state, report);
    }
  },
});
