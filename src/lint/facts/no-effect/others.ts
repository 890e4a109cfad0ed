import { isMap } from '../../../model/tree.ts';
import { given, isGiven, type NoEffectFinder, withoutTags } from './finding.ts';

/** What has no effect in a state machine. */
export const inStateMachine: NoEffectFinder = function* (machine) {
  if (isGiven(machine, 'Role')) {
    const why = "'Role' names a role of your own, so none is generated";
    const events = machine.get('Events');
    // Events have roles made for themselves, with the same boundary.
    const names = isMap(events) && Object.keys(events).length > 0 ? ['RolePath'] : ['RolePath', 'PermissionsBoundary'];
    yield* given(machine, [], names, why, ['Role']);
  }
  if (machine.get('PropagateTags') === true) yield* withoutTags(machine);
};

/** What has no effect in an HTTP API. */
export const inHttpApi: NoEffectFinder = function* (api) {
  yield* withoutTags(api);
  if (isGiven(api, 'PropagateTags') && isGiven(api, 'Tags') && !isGiven(api, 'Domain')) {
    yield { path: ['PropagateTags'], why: "there is no 'Domain' to give the tags to; API and stage have them anyway" };
  }
};

/** What has no effect in a WebSocket API. */
export const inWebSocketApi: NoEffectFinder = withoutTags;

/** What has no effect in a capacity provider. */
export const inCapacityProvider: NoEffectFinder = function* (provider) {
  yield* withoutTags(provider);
  if (isGiven(provider, 'PropagateTags') && isGiven(provider, 'Tags') && isGiven(provider, 'OperatorRole')) {
    const why = "'OperatorRole' names a role of your own, so no role is generated that could get the tags";
    yield { path: ['PropagateTags'], why, because: ['OperatorRole'] };
  }
};
