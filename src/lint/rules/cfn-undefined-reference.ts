import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap, type JsonMap } from '../../model/tree.ts';
import { referencesOf } from '../facts/templates/references.ts';

const namesIn = (template: JsonMap, section: string): string[] => {
  const content = get(template, section);
  return isMap(content) ? Object.keys(content) : [];
};

export const cfnUndefinedReference = defineTemplateRule({
  id: 'cfn-undefined-reference',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Reference to something that does not exist',
  description:
    '`Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Fn::If`, `Condition` and `Fn::FindInMap` must name a resource, parameter, condition or mapping of the template. Resources that the transform generates count as existing.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
  messages: {
    unknown: "{kind} names '{name}', but the template has no {what} of that name.",
    suggested: "{kind} names '{name}', but the template has no {what} of that name. Did you mean '{near}'?",
  },
  check(cx) {
    // What could not be expanded still exists: its own problem is reported elsewhere.
    const resources = new Set([...namesIn(cx.template, 'Resources'), ...cx.sources().map(({ id }) => id)]);
    if ([...resources].some((id) => id.startsWith('Fn::ForEach::'))) return;
    const parameters = new Set(namesIn(cx.template, 'Parameters'));
    const conditions = new Set(namesIn(cx.template, 'Conditions'));
    const mappings = new Set(namesIn(cx.template, 'Mappings'));
    for (const { kind, name, at, owner, section } of referencesOf(cx.template)) {
      let candidates: Iterable<string>[] = [resources];
      let what = 'resource';
      if (kind === 'Condition') [candidates, what] = [[conditions], 'condition'];
      else if (kind === 'Fn::FindInMap') [candidates, what] = [[mappings], 'mapping'];
      else if (kind === 'Ref' || kind === 'Fn::Sub')
        [candidates, what] = [[resources, parameters], 'resource or parameter'];
      if (name.startsWith('AWS::') || name.includes('{{') || (candidates as Set<string>[]).some((set) => set.has(name)))
        continue;
      if (kind === 'Ref' && resources.has(name.split('.', 1)[0]!)) continue;
      if (cx.reported(at)) continue;
      const near = nearest(
        name,
        candidates.flatMap((set) => [...set]),
      );
      const data = { kind, name, what, near: near ?? '' };
      const logicalId = section === 'Resources' ? { logicalId: owner } : {};
      cx.report(near === undefined ? 'unknown' : 'suggested', at, { data, ...logicalId });
    }
  },
});
