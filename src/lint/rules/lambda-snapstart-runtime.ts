import { defineRule } from '../../model/rule.ts';
import { getIn } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { runtimeIds } from '../facts/functions/runtime-ids.ts';
import { appliesSnapStart } from '../facts/functions/snapstart.ts';

/** The first version of each family that has SnapStart. */
const firstVersions: Readonly<Record<string, number>> = { java: 11, python: 3.12, dotnet: 8 };

const isSupported = (runtime: string): boolean => {
  const match = /^(java|python|dotnet)(\d+)(?:\.(\d+))?(\.al2)?$/.exec(runtime);
  if (!match) return false;
  const [, family, major, minor] = match;
  const version = family === 'python' ? [Number(major), Number(minor ?? 0)] : [Number(major), 0];
  const [firstMajor, firstMinor] = String(firstVersions[family!]!).split('.').map(Number) as [number, number?];
  return version[0]! > firstMajor || (version[0] === firstMajor && version[1]! >= (firstMinor ?? 0));
};

export const lambdaSnapstartRuntime = defineRule({
  id: 'lambda-snapstart-runtime',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'SnapStart unsupported for this runtime',
  description:
    'SnapStart works for Java 11 and later, Python 3.12 and later and .NET 8 and later. It does not for Node.js, Ruby, custom runtimes and container images.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html (cfn-lint E2530)',
  fixes: { runtime: 'safe', image: 'safe' },
  messages: {
    runtime:
      'SnapStart does not work with {runtime}: it needs java11, python3.12 or dotnet8, or a later version of them.',
    image: 'SnapStart does not work with container images.',
  },
  example: {
    in: 'packed-function',
    fails: `
Runtime: nodejs24.x
SnapStart: {ApplyOn: ‹PublishedVersions›}
AutoPublishAlias: live`,
    passes: `
Runtime: python3.13
SnapStart: {ApplyOn: PublishedVersions}
AutoPublishAlias: live`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['SnapStart'],
  check(fn, cx) {
    const snapStart = appliesSnapStart(fn);
    if (!snapStart) return;
    // From `Globals` other functions have it too.
    const isOwn = getIn(cx.written(fn.id)?.body, 'Properties', 'SnapStart') !== undefined;
    // Beside a `TenancyConfig` SAM takes no `SnapStart` at all, not even one that is off.
    const fix = isOwn && fn.lacks('TenancyConfig') ? replaceLiteral(snapStart, 'None') : undefined;
    const image = fn.strings('PackageType').find(({ value }) => value === 'Image');
    if (image) {
      cx.report('image', snapStart.at, { related: [image.at], fix });
      return;
    }
    const runtimes = fn.strings('Runtime');
    const unsupported = runtimes.filter(({ value }) => runtimeIds.has(value) && !isSupported(value));
    const [first] = unsupported;
    if (!first) return;
    cx.report('runtime', snapStart.at, {
      data: { runtime: first.value },
      related: unsupported.map(({ at }) => at),
      fix: unsupported.length === runtimes.length ? fix : undefined,
    });
  },
});
