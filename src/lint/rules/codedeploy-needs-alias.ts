import { entryOf, originOf } from '../../model/origin.ts';
import { defineTemplateRule, type ResourceNode } from '../../model/rule.ts';
import { insertBefore } from '../facts/edits/entry.ts';
import { gradualFunctions } from '../facts/functions/deployment.ts';
import { isWithin } from '../facts/templates/places.ts';

/** A fix that gives the function an alias, where the property stands on the function itself and not in `Globals`. */
const aliasFix = (fn: ResourceNode, name: string) => {
  const entry = entryOf(fn.properties, name);
  return entry && isWithin(entry.key, originOf(fn.body)) ? insertBefore(entry, 'AutoPublishAlias', 'live') : undefined;
};

export const codedeployNeedsAlias = defineTemplateRule({
  id: 'codedeploy-needs-alias',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  needs: ['AWS::Serverless::Function'],
  title: 'DeploymentPreference without AutoPublishAlias',
  description:
    'CodeDeploy shifts the traffic of an alias from one version to the next, so `DeploymentPreference` (unless `Enabled: false`) needs `AutoPublishAlias`; `VersionDeletionPolicy` needs it too, since only then versions are published.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
  fixes: { alias: 'unsafe' },
  supersedes: ['requires-property'],
  messages: { alias: "'{name}' of '{id}' needs 'AutoPublishAlias'." },
  example: {
    in: 'function',
    fails: '‹DeploymentPreference›: {Type: AllAtOnce}',
    passes: `
AutoPublishAlias: live
DeploymentPreference: {Type: AllAtOnce}`,
  },
  check(cx) {
    const functions = cx.resources('AWS::Serverless::Function');
    const report = (fn: ResourceNode, name: string): void => {
      const data = { name, id: fn.id };
      cx.report('alias', fn.keyPlace(name), { data, fix: aliasFix(fn, name), logicalId: fn.id });
    };
    const gradual = new Set(gradualFunctions(functions));
    for (const fn of functions) {
      if (!fn.lacks('AutoPublishAlias')) continue;
      if (gradual.has(fn)) report(fn, 'DeploymentPreference');
      else if (!fn.lacks('VersionDeletionPolicy')) report(fn, 'VersionDeletionPolicy');
    }
  },
});
