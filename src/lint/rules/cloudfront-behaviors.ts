import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Step } from '../../model/tree.ts';
import { behaviours } from '../facts/functions/edge-associations.ts';
import { lacksEntry } from '../facts/templates/choices.ts';
import { listed } from '../facts/texts/names.ts';

const read = ['GET', 'HEAD'];
const preflight = [...read, 'OPTIONS'];
const every = [...preflight, 'PUT', 'PATCH', 'POST', 'DELETE'];

/** Which methods may stand together; each set is part of the next. */
const sets = { AllowedMethods: [read, preflight, every], CachedMethods: [read, preflight] };

export const cloudfrontBehaviors = defineRule({
  id: 'cloudfront-behaviors',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Cache behavior that CloudFront refuses',
  description:
    'A cache behavior allows GET and HEAD, or these and OPTIONS, or all seven methods (GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE): there is no other choice. It caches GET and HEAD, or these and OPTIONS where OPTIONS is allowed. Each path pattern is allowed in one behavior only.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html; https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html',
  macros: 'silent',
  messages: {
    set: "'{property}' has {found}; CloudFront takes {sets} only.",
    cached: "'CachedMethods' has OPTIONS, which 'AllowedMethods' does not; allow it too, or leave it out.",
    twice: "Another cache behavior, in line {first}, has the path pattern '{pattern}' already.",
  },
  example: {
    in: 'cache-behavior',
    fails: 'AllowedMethods: ‹[GET, HEAD, POST]›',
    passes: 'AllowedMethods: [GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE]',
  },
  on: ['AWS::CloudFront::Distribution'],
  check(distribution, cx) {
    for (const behavior of behaviours.flatMap((path) => distribution.all(...path)))
      checkMethods(distribution, behavior, cx);
    const firsts = new Map<string, ResourceNode['at']>();
    for (const { value: pattern, at, path } of distribution.strings(...behaviours[1]!, 'PathPattern')) {
      if (path.includes('Fn::If')) continue;
      const first = firsts.get(pattern);
      if (first) cx.report('twice', at, { data: { pattern, first }, related: [first] });
      else if (at) firsts.set(pattern, at);
    }
  },
});

const checkMethods = (distribution: ResourceNode, { value, path }: Found, cx: RuleContext): void => {
  const known = new Map<string, readonly string[]>();
  for (const property of ['AllowedMethods', 'CachedMethods'] as const) {
    const methods = methodsAt(distribution, [...path, property]);
    if (!methods) continue;
    if (sets[property].some((set) => isSame(set, methods))) known.set(property, methods);
    else {
      const data = {
        property,
        found: listed(methods, every.length),
        sets: sets[property].map((set) => set.join(', ')).join('; or '),
      };
      cx.report('set', distribution.place(...path, property), { data });
    }
  }
  const [allowed, cached] = [known.get('AllowedMethods'), known.get('CachedMethods')];
  if (!cached?.includes('OPTIONS') || (allowed?.includes('OPTIONS') ?? !lacksEntry(value, 'AllowedMethods'))) return;
  cx.report('cached', distribution.place(...path, 'CachedMethods'));
};

/** The methods of a list that is known whole; undefined where a condition chooses, or a reference names them. */
const methodsAt = (distribution: ResourceNode, path: readonly Step[]): readonly string[] | undefined => {
  const items = distribution.all(...path, '*');
  const methods = distribution.strings(...path, '*');
  const isWhole = methods.length === items.length && items.every((item) => !item.path.includes('Fn::If'));
  return isWhole && methods.length > 0 ? methods.map(({ value }) => value) : undefined;
};

const isSame = (set: readonly string[], methods: readonly string[]): boolean =>
  new Set(methods).size === set.length && set.every((method) => methods.includes(method));
