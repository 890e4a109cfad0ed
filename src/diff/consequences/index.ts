import aliasNotMoved from './alias-not-moved.ts';
import aliasRemoved from './alias-removed.ts';
import apiExposed from './api-exposed.ts';
import apiNotRedeployed from './api-not-redeployed.ts';
import arnChanges from './arn-changes.ts';
import authorizerChanged from './authorizer-changed.ts';
import boundaryRemoved from './boundary-removed.ts';
import callUnpermitted from './call-unpermitted.ts';
import callersGained from './callers-gained.ts';
import capabilityNeeded from './capability-needed.ts';
import type { Consequence, ConsequenceRule } from './consequence.ts';
import type { ChangeContext } from './context.ts';
import corsNarrowed from './cors-narrowed.ts';
import corsWidened from './cors-widened.ts';
import costAdded from './cost-added.ts';
import dataLeftBehind from './data-left-behind.ts';
import dataLost from './data-lost.ts';
import databaseUpdateRefused from './database-update-refused.ts';
import endpointChanges from './endpoint-changes.ts';
import exportRemoved from './export-removed.ts';
import failurePathRemoved from './failure-path-removed.ts';
import functionStopped from './function-stopped.ts';
import functionUrlClosed from './function-url-closed.ts';
import functionUrlPublic from './function-url-public.ts';
import indexChangeRefused from './index-change-refused.ts';
import limitNear from './limit-near.ts';
import madePublic from './made-public.ts';
import mappingRestarts from './mapping-restarts.ts';
import nameCollision from './name-collision.ts';
import parameterChanged from './parameter-changed.ts';
import parameterRefused from './parameter-refused.ts';
import permissionsAll from './permissions-all.ts';
import permissionsGained from './permissions-gained.ts';
import permissionsLost from './permissions-lost.ts';
import protectionRemoved from './protection-removed.ts';
import queueUnread from './queue-unread.ts';
import renamed from './renamed.ts';
import replacementRefused from './replacement-refused.ts';
import retentionShortened from './retention-shortened.ts';
import rollout from './rollout.ts';
import rolloutWeakened from './rollout-weakened.ts';
import routeClosed from './route-closed.ts';
import routePublic from './route-public.ts';
import routeRemoved from './route-removed.ts';
import secretRegenerated from './secret-regenerated.ts';
import securityGroupOpened from './security-group-opened.ts';
import severalIndexChanges from './several-index-changes.ts';
import streamReplaced from './stream-replaced.ts';
import triggerNarrowed from './trigger-narrowed.ts';
import triggerRemoved from './trigger-removed.ts';
import trustGained from './trust-gained.ts';
import typeChanged from './type-changed.ts';
import updateRefused from './update-refused.ts';
import versionRefused from './version-refused.ts';

/** All kinds of consequences. */
export const consequenceRules: readonly ConsequenceRule[] = [
  aliasNotMoved,
  aliasRemoved,
  apiExposed,
  apiNotRedeployed,
  arnChanges,
  authorizerChanged,
  boundaryRemoved,
  callUnpermitted,
  callersGained,
  capabilityNeeded,
  corsNarrowed,
  corsWidened,
  costAdded,
  databaseUpdateRefused,
  dataLeftBehind,
  dataLost,
  endpointChanges,
  exportRemoved,
  failurePathRemoved,
  functionStopped,
  functionUrlClosed,
  functionUrlPublic,
  indexChangeRefused,
  limitNear,
  madePublic,
  mappingRestarts,
  nameCollision,
  parameterChanged,
  parameterRefused,
  permissionsAll,
  permissionsGained,
  permissionsLost,
  protectionRemoved,
  queueUnread,
  renamed,
  replacementRefused,
  retentionShortened,
  rollout,
  rolloutWeakened,
  routeClosed,
  routePublic,
  routeRemoved,
  secretRegenerated,
  securityGroupOpened,
  severalIndexChanges,
  streamReplaced,
  triggerNarrowed,
  triggerRemoved,
  trustGained,
  typeChanged,
  updateRefused,
  versionRefused,
];

const severity = { error: 0, warning: 1, info: 2 };

/** What a change brings about, the worst first. */
export const consequencesOf = (cx: ChangeContext): readonly Consequence[] => {
  const { resources, sections } = cx.compared;
  if (resources.length === 0 && sections.length === 0) return [];
  const found = consequenceRules.flatMap((rule) => findBy(rule, cx));
  return found.sort((left, right) => severity[left.level] - severity[right.level]);
};

/** What one kind says of a change. One that fails does not stop the others. */
const findBy = ({ id, level, kinds = [], find }: ConsequenceRule, cx: ChangeContext): Consequence[] => {
  try {
    return [...find(cx)].map((each): Consequence => ({ level, kinds, ...each, id }));
  } catch (error) {
    const text = `Whether this change has the consequence '${id}' could not be found out (${error}). Please report it with both templates.`;
    return [{ id: 'internal-error', level: 'warning', kinds: [], text, resource: '', at: undefined }];
  }
};
