import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { edgeFunctions } from '../facts/functions/edge-associations.ts';
import { localPath } from '../facts/functions/local-path.ts';

interface Limits {
  readonly seconds: number;
  readonly bytes: number;
  readonly megabytes: number;
}

const limits: Limits = { seconds: 30, bytes: 52_428_800, megabytes: 10_240 };
const minimumMegabytes = 128;
const viewerLimits: Limits = { seconds: 5, bytes: 1_048_576, megabytes: 128 };

export const edgeLimits = defineTemplateRule({
  id: 'edge-limits',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::CloudFront::Distribution'],
  title: 'Lambda@Edge size/time limits',
  description:
    'A function that CloudFront runs may take at most 30 seconds and its package at most 52,428,800 bytes (50 MB) as a zip; the memory is that of any function. With the option `strictViewer` the limits that once held for viewer events hold for them again: 5 seconds, 128 MB of memory, 1 MB of code.',
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  fixes: { time: 'unsafe', memory: 'unsafe' },
  options: {
    strictViewer: {
      default: false,
      doc: 'Hold functions of viewer events to 5 seconds, 128 MB of memory and 1 MB of code.',
    },
  },
  messages: {
    time: "'Timeout' is {value} seconds; CloudFront ('{distribution}') gives a function at most {maximum}{event}.",
    memory:
      "'MemorySize' is {value} MB; CloudFront ('{distribution}') gives a function {minimum} to {maximum} MB{event}.",
    size: "'{path}' has {value} bytes; CloudFront ('{distribution}') takes at most {maximum}{event}.",
  },
  example: {
    in: 'edge-function',
    fails: 'Timeout: ‹60›',
    passes: 'Timeout: 5',
  },
  check(cx) {
    const strict = cx.option<boolean>('strictViewer') === true;
    for (const [fn, associations] of edgeFunctions(cx)) {
      const viewer = strict ? associations.find(({ eventType }) => eventType?.startsWith('viewer-')) : undefined;
      const { distribution, arn } = viewer ?? associations[0]!;
      const event = viewer ? ` for ${viewer.eventType}` : '';
      checkFunction(fn, viewer ? viewerLimits : limits, { distribution: distribution.id, event }, [arn.at], cx);
    }
  },
});

const checkFunction = (
  fn: ResourceNode,
  { seconds, megabytes, bytes }: Limits,
  common: { readonly distribution: string; readonly event: string },
  related: Parameters<RuleContext['report']>[1][],
  cx: RuleContext,
): void => {
  const more = { related, logicalId: fn.id };
  const numbers = [
    ['time', 'Timeout', 0, seconds],
    ['memory', 'MemorySize', minimumMegabytes, megabytes],
  ] as const;
  for (const [messageId, name, minimum, maximum] of numbers) {
    for (const found of fn.numbers(name)) {
      const { value } = found;
      if (value >= minimum && value <= maximum) continue;
      const data = { ...common, value, minimum, maximum };
      cx.report(messageId, found.at, {
        data,
        fix: replaceLiteral(found, value < minimum ? minimum : maximum),
        ...more,
      });
    }
  }
  const written = cx.written(fn.id);
  const name = written?.type === 'AWS::Serverless::Function' ? 'CodeUri' : 'Code';
  const path = localPath(written?.get(name));
  const value = path === undefined ? undefined : cx.sizes?.packed(path);
  if (path !== undefined && value !== undefined && value > bytes) {
    cx.report('size', written!.place(name), { data: { ...common, path, value, maximum: bytes }, ...more });
  }
};
