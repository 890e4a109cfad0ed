import { inTable } from '../../model/in-table.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get, getIn } from '../../model/tree.ts';
import { aslDefinitions } from '../facts/asl/definition.ts';
import { aslTree, type Scope, type State } from '../facts/asl/states.ts';

const maximum = 300;
const fields: Readonly<Record<string, string>> = { Wait: 'Seconds', Task: 'TimeoutSeconds' };

export const sfnExpressDuration = defineTemplateRule({
  id: 'sfn-express-duration',
  level: 'warning',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::StepFunctions::StateMachine'],
  title: 'Express workflow waits longer than 5 minutes',
  description:
    'An execution of an express workflow ends after 300 seconds, whatever it does. A `Wait` that takes longer never ends, and a timeout that is longer never comes. The same holds for the executions that a distributed `Map` starts with `ExecutionType: EXPRESS`.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  messages: {
    wait: "'{state}' waits {value} seconds, but an express execution ends after {maximum}.",
    timeout: "'TimeoutSeconds' of {what} is {value}, but an express execution ends after {maximum} seconds.",
  },
  example: {
    in: 'express-state',
    fails: '{Type: Wait, Seconds: ‹600›, End: true}',
    passes: '{Type: Wait, Seconds: 60, End: true}',
  },
  check(cx) {
    for (const definition of aslDefinitions(cx).whole) {
      const { machine, isExpress, node } = definition;
      const { scopes, states } = aslTree(definition);
      const own = { logicalId: node.id, related: [node.place('StateMachineType')] };
      const limit = get(machine, 'TimeoutSeconds');
      if (isExpress && isLonger(limit)) {
        const data = { what: 'the state machine', value: limit, maximum };
        cx.report('timeout', cx.placeOf(machine, 'TimeoutSeconds'), { data, ...own });
      }
      const inner = new Set(isExpress ? [] : scopes.filter(isExpressChild));
      if (!isExpress && inner.size === 0) continue;
      for (const state of states) {
        const field = inTable(fields, state.type ?? '');
        const value = field === undefined ? undefined : get(state.body, field);
        if (field === undefined || !isLonger(value) || !(isExpress || isWithin(state, inner))) continue;
        const data = { state: state.name, what: `'${state.name}'`, value, maximum };
        const related = isExpress ? own.related : [];
        cx.report(state.type === 'Wait' ? 'wait' : 'timeout', state.place(field), { ...own, data, related });
      }
    }
  },
});

const isLonger = (value: unknown): value is number => typeof value === 'number' && value > maximum;

/** Whether what runs in a scope is an express execution of its own. */
const isExpressChild = ({ kind, body }: Scope): boolean =>
  kind === 'processor' && getIn(body, 'ProcessorConfig', 'ExecutionType') === 'EXPRESS';

const isWithin = ({ scope }: State, scopes: ReadonlySet<Scope>): boolean => {
  for (let around: Scope | undefined = scope; around; around = around.parent) if (scopes.has(around)) return true;
  return false;
};
