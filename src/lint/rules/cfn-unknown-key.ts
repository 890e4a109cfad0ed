import { certainlyMeant } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { get, isString, type Json } from '../../model/tree.ts';
import { misplacedKeys } from '../facts/templates/template-keys.ts';
import { suggestion } from '../facts/texts/suggestion.ts';

export const cfnUnknownKey = defineTemplateRule({
  id: 'cfn-unknown-key',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Key that is not allowed in this part of a template',
  description:
    'CloudFormation refuses sections of the template, keys of parameters and outputs, and attributes of resources that it does not know. Often they are indented one step too little: a property beside `Properties` instead of below it. On a SAM resource the transform drops an unknown attribute; that is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
  messages: {
    unknown: "{where} has no key '{name}'; CloudFormation refuses it.{hint} It knows: {allowed}.",
    property: "'{name}' is a property of {type}, but it is beside 'Properties'; indent it by one more step.",
    dropped: "{where} has no attribute '{name}', so it is dropped.{hint} It knows: {allowed}.",
    resource:
      "'{name}' has the 'Type' of a resource, but it is outside 'Resources'; indent it like the other resources.",
    inside: "'{name}' has the 'Type' of a resource, but it is inside '{id}'; indent it like '{id}'.",
    shape: '{where} is {found}; it must be a map.',
  },
  example: {
    in: 'resources',
    fails: `
Queue:
  Type: AWS::SQS::Queue
  ‹VisibilityTimeout›: 60`,
    passes: `
Queue:
  Type: AWS::SQS::Queue
  Properties:
    VisibilityTimeout: 60`,
  },
  check(cx) {
    for (const { kind, where, name, at, allowed, found, value, logicalId } of misplacedKeys(cx)) {
      if (cx.reported(at)) continue;
      const type = logicalId === undefined ? undefined : cx.written(logicalId)?.type;
      const isProperty =
        type !== undefined &&
        (Object.hasOwn(cx.declarations.resource(type) ?? {}, name) ||
          Object.hasOwn(cx.specs?.resource(type)?.properties ?? {}, name));
      const data = {
        where,
        name,
        type: type ?? '',
        hint: suggestion(name, allowed),
        allowed: allowed.join(', '),
        found: found ?? '',
        id: logicalId ?? '',
      };
      const misplaced = isResource(value) ? (logicalId === undefined ? 'resource' : 'inside') : kind;
      cx.report(isProperty ? 'property' : misplaced, at, {
        data,
        meant: certainlyMeant(name, allowed),
        ...(kind === 'dropped' && { level: 'warning' as const }),
        ...(logicalId !== undefined && { logicalId }),
      });
    }
  },
});

/** Whether something looks like a resource: often it is one, indented by one step too little or too much. */
const isResource = (value: Json | undefined): boolean => {
  const type = get(value, 'Type');
  return isString(type) && type.includes('::');
};
