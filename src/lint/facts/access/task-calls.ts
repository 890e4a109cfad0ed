import type { TemplateView } from '../../../model/rule.ts';
import { get, isList, isString, type Json, newMap, type Step } from '../../../model/tree.ts';
import type { AslDefinition } from '../asl/definition.ts';
import { type TaskCall, taskCalls } from '../asl/resource.ts';

/** What a Task of a state machine calls, as its definition names it. */
export interface TaskTarget {
  readonly task: TaskCall;
  /** The name, URL or ARN, with the substitutions of the definition put in. */
  readonly value: Json;
  /** Where it stands, from the state. */
  readonly path: readonly Step[];
}

/** The argument of each optimized integration that says what is called. */
const fields: ReadonlyMap<string, string> = new Map([
  ['lambda', 'FunctionName'],
  ['sqs', 'QueueUrl'],
  ['sns', 'TopicArn'],
  ['states', 'StateMachineArn'],
  ['dynamodb', 'TableName'],
]);

/** What the Task states of the template call, where they name it. */
export const taskTargets = (view: TemplateView): TaskTarget[] =>
  taskCalls(view).flatMap((task): TaskTarget[] => {
    const { state, service, isActivity } = task;
    if (isActivity) return [];
    const { definition } = state.scope;
    if (service === undefined) return targetAt(task, ['Resource'], definition);
    const field = fields.get(service);
    if (field === undefined) return [];
    return ['Parameters', 'Arguments'].flatMap((around) => targetAt(task, [around, field], definition));
  });

const targetAt = (task: TaskCall, path: readonly Step[], definition: AslDefinition): TaskTarget[] => {
  let value: Json | undefined = task.state.body;
  for (const step of path) value = get(value, String(step));
  return value === undefined ? [] : [{ task, value: substituted(value, definition), path }];
};

/** A text of a definition as `Fn::Sub` would have it, so that its names can be followed. */
const substituted = (value: Json, { node }: AslDefinition): Json => {
  const sub = get(value, 'Fn::Sub');
  const text = isString(value) ? value : isList(sub) ? sub[0] : sub;
  if (!isString(text) || !text.includes('${')) return value;
  const variables = node.get('DefinitionSubstitutions');
  const own = isList(sub) ? sub[1] : undefined;
  // Only those that stand in the text: each of thousands of tasks may have one of thousands.
  const given = newMap();
  for (const [, name] of text.matchAll(/\$\{([^{}]*)\}/g)) {
    const inner = get(own, name!) ?? get(variables, name!);
    if (inner !== undefined) given[name!] = inner;
  }
  return { 'Fn::Sub': [text, given] };
};
