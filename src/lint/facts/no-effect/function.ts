import { get } from '../../../model/tree.ts';
import { given, isAlwaysGiven, isGiven, type NoEffectFinder, withoutTags } from './finding.ts';

const ofGeneratedRole = ['Policies', 'PermissionsBoundary', 'RolePath', 'AssumeRolePolicyDocument'];
const ofVersion = ['VersionDescription', 'AutoPublishCodeSha256', 'AutoPublishAliasAllProperties'];

/** What has no effect in a function. */
export const inFunction: NoEffectFinder = function* (fn) {
  if (isAlwaysGiven(fn.get('Role'))) {
    yield* given(fn, [], ofGeneratedRole, "'Role' names a role of your own, so none is generated", ['Role']);
  }
  if (!isGiven(fn, 'AutoPublishAlias')) {
    yield* given(fn, [], ofVersion, "without 'AutoPublishAlias' no version is published");
  }
  if (isGiven(fn, 'VersionDeletionPolicy') && isGiven(fn, 'AutoPublishAlias') && get(fn.body, 'DeletionPolicy')) {
    const why = "the function's own 'DeletionPolicy' is that of its versions too";
    yield { path: ['VersionDeletionPolicy'], why };
  }
  const packageType = fn.get('PackageType') ?? 'Zip';
  if (packageType === 'Image') {
    yield* given(fn, [], ['CodeUri', 'InlineCode'], "with 'PackageType: Image' the code is in the image", [
      'PackageType',
    ]);
  } else if (packageType === 'Zip') {
    yield* given(fn, [], ['ImageUri'], "only a function with 'PackageType: Image' runs an image");
    if (isGiven(fn, 'InlineCode')) {
      yield* given(fn, [], ['CodeUri'], "'InlineCode' is the code", ['InlineCode']);
    }
  }
  yield* withoutTags(fn);
};
