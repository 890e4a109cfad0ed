import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { rolloutsOf } from '../facts/functions/rollouts.ts';

export const lambdaVersionUnmoved = defineTemplateRule({
  id: 'lambda-version-unmoved',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Serverless::Function', 'AWS::Lambda::Alias', 'AWS::StepFunctions::StateMachineAlias'],
  title: 'Version that is never published again',
  description:
    'CloudFormation publishes a version of a function when it makes an `AWS::Lambda::Version`, and only then. SAM makes a new one whenever the code of a function with `AutoPublishAlias` changes, which it tells by the text of the code location, or of `AutoPublishCodeSha256` where that is given: with a fixed hash, or an image that is always called `latest`, nothing is published again. A version that the author wrote is published once; an alias whose gradual deployment hangs on it never moves.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-autopublishcodesha256',
  example: {
    in: 'function',
    fails:
      'AutoPublishAlias: live\nAutoPublishCodeSha256: ‹6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b›',
    passes: 'AutoPublishAlias: live',
  },
  messages: {
    hash: "SAM publishes a new version of '{id}' only when this text changes; give it a parameter, or remove 'AutoPublishCodeSha256'.",
    image:
      "SAM publishes a new version of '{id}' only when the text of 'ImageUri' changes, and '{image}' stays the same; name the tag or digest of each build.",
    written:
      "'{version}' is published once, so the gradual deployment of '{alias}' never moves to new code; use 'AutoPublishAlias' of a SAM function, or a new logical id for each version.",
  },
  check(cx) {
    for (const fn of cx.sources('AWS::Serverless::Function')) if (!fn.lacks('AutoPublishAlias')) checkSam(fn, cx);
    for (const { alias } of rolloutsOf(cx).values()) {
      const versions = alias.all('FunctionVersion');
      const version = versions.length === 1 ? cx.target(versions[0]!.value) : undefined;
      if (version?.type !== 'AWS::Lambda::Version' || !cx.written(version.id) || !isFixed(version)) continue;
      const data = { version: version.id, alias: alias.id };
      cx.report('written', versions[0]!.at, { data, related: [version.at], logicalId: alias.id });
    }
  },
});

const checkSam = (fn: ResourceNode, cx: RuleContext): void => {
  const hash = fn.get('AutoPublishCodeSha256');
  if (isString(hash) && !hash.includes('{{')) {
    cx.report('hash', fn.place('AutoPublishCodeSha256'), { data: { id: fn.id }, logicalId: fn.id });
  }
  const image = fn.get('ImageUri');
  // What `sam build` makes has a tag of its own each time.
  const isBuilt = get(get(fn.body, 'Metadata'), 'DockerContext') !== undefined;
  if (hash !== undefined || isBuilt || !isString(image) || !isUnmoved(image)) return;
  cx.report('image', fn.place('ImageUri'), { data: { id: fn.id, image }, logicalId: fn.id });
};

/** Whether an image has neither a digest nor a tag, other than the one that moves. */
const isUnmoved = (image: string): boolean => {
  const slash = image.lastIndexOf('/');
  return slash >= 0 && !image.includes('@') && /^[^:]*(:latest)?$/.test(image.slice(slash + 1));
};

/** Whether all of a version, its id included, stays the same: tools give each version an id with a hash. */
const isFixed = ({ id, properties }: ResourceNode): boolean =>
  !/[0-9a-f]{8}/.test(id) &&
  !/^[A-Za-z0-9]{32}$/.test(id.slice(-32)) &&
  get(properties, 'CodeSha256') === undefined &&
  isString(get(properties, 'Description') ?? '');
