import { get, isList, isMap, isNothing, kindOf } from '../../../model/tree.ts';
import { hasFunctionKey } from '../templates/function-keys.ts';
import { shown } from '../texts/scalar.ts';
import { isKnown } from './definition.ts';
import type { AslReport } from './report.ts';
import type { AslTree, State } from './states.ts';

export const bodyMessages = {
  misshaped: '{what} must be a map; it is {found}.',
  branchesEmpty: "The Parallel state '{state}' needs 'Branches', a list of at least one branch; found {found}.",
  processorMissing: "The Map state '{state}' needs an 'ItemProcessor': the states that each item goes through.",
  processorTwice: "'ItemProcessor' and the older 'Iterator' are the same; keep one of them.",
  mode: "'Mode' is {found}; it is INLINE or DISTRIBUTED.",
  executionType: "'ExecutionType' is {found}; it is STANDARD or EXPRESS.",
  executionMissing: "A distributed Map says in 'ProcessorConfig' which 'ExecutionType' its children have.",
  inlineOnly: "'{field}' is for distributed Maps only: set 'Mode: DISTRIBUTED' in 'ProcessorConfig'.",
  resourceMissing: "The Task state '{state}' has no 'Resource'.",
  resourceShape: "'Resource' is '{found}'; it must be an ARN.",
} as const;

const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];

/** States and scopes are maps. */
export const checkShapes = ({ misshaped }: AslTree, report: AslReport): void => {
  for (const { what, value, at } of misshaped) report('misshaped', at, { what, found: kindOf(value) });
};

/** What a Task runs, and what a Parallel or Map state contains. */
export const checkBody = (state: State, report: AslReport): void => {
  if (hasFunctionKey(state.body)) return;
  if (state.type === 'Task') checkTask(state, report);
  else if (state.type === 'Parallel') checkParallel(state, report);
  else if (state.type === 'Map') checkMap(state, report);
};

const checkTask = (state: State, report: AslReport): void => {
  const given = get(state.body, 'Resource');
  if (isNothing(given)) return report('resourceMissing', state.at, { state: state.name });
  const text = state.scope.definition.text(given);
  if (text === undefined || !isKnown(text) || text.startsWith('arn:')) return;
  report('resourceShape', state.place('Resource'), { found: text });
};

const checkParallel = (state: State, report: AslReport): void => {
  const branches = get(state.body, 'Branches');
  if (branches !== undefined && !isKnown(branches)) return;
  if (isList(branches) && branches.length > 0) return;
  const at = isNothing(branches) ? state.at : state.place('Branches');
  const found = isList(branches) ? 'an empty list' : kindOf(branches);
  report('branchesEmpty', at, { state: state.name, found });
};

const checkMap = (state: State, report: AslReport): void => {
  const { body, at, name } = state;
  const [processor, iterator] = [get(body, 'ItemProcessor'), get(body, 'Iterator')];
  if (isNothing(processor) && isNothing(iterator)) return report('processorMissing', at, { state: name });
  if (!isNothing(processor) && !isNothing(iterator)) report('processorTwice', state.keyPlace('Iterator'));
  const config = get(processor ?? iterator, 'ProcessorConfig');
  if (isNothing(processor) || (config !== undefined && !isMap(config)) || !isKnown(processor)) return;
  const mode = get(config, 'Mode');
  if (mode !== undefined && !isKnown(mode)) return;
  const place = (field: string) => state.place('ItemProcessor', 'ProcessorConfig', field);
  if (mode === 'DISTRIBUTED') {
    const type = get(config, 'ExecutionType');
    if (type === undefined) report('executionMissing', state.place('ItemProcessor', 'ProcessorConfig'));
    else if (isKnown(type) && type !== 'STANDARD' && type !== 'EXPRESS') {
      report('executionType', place('ExecutionType'), { found: shown(type) });
    }
  } else if (mode === undefined || mode === 'INLINE') {
    for (const field of distributedOnly) {
      if (!isNothing(get(body, field))) report('inlineOnly', state.keyPlace(field), { field }, { level: 'warning' });
    }
  } else report('mode', place('Mode'), { found: shown(mode) });
};
