import { get, getIn, isList, isString, type Json, type JsonMap, sameData } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
import type { Difference } from '../compare/differences.ts';
import { numberOf } from '../meaning/numbers.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

/**
 * Properties that a service takes at the creation only, although CloudFormation tries to change them in place, each with
 * the value that it has where it is absent.
 */
const fixed: Readonly<Record<string, readonly (readonly [property: string, fallback?: Json])[]>> = {
  'AWS::CloudFormation::WaitCondition': [['Count', 1], ['Handle'], ['Timeout']],
  'AWS::Cognito::UserPool': [['UsernameAttributes'], ['AliasAttributes'], ['UsernameConfiguration']],
  'AWS::EC2::Volume': [['MultiAttachEnabled', false]],
  'AWS::KMS::Key': [
    ['KeySpec', 'SYMMETRIC_DEFAULT'],
    ['KeyUsage', 'ENCRYPT_DECRYPT'],
    ['MultiRegion', false],
    ['Origin', 'AWS_KMS'],
  ],
};

export default defineConsequence({
  id: 'update-refused',
  level: 'error',
  kinds: ['refused'],
  title: 'A service refuses the new value of a property',
  description:
    'CloudFormation asks the service to change the property in place, the service refuses, and the update is rolled back. DynamoDB does not turn on time to live for another attribute while it is on for one. Amazon Cognito takes `UsernameAttributes`, `AliasAttributes` and `UsernameConfiguration` only when the user pool is created, and neither changes nor removes an attribute of `Schema`. AWS KMS does not change `KeySpec`, `KeyUsage`, `MultiRegion` and `Origin` of a key. Amazon EBS does not make a volume smaller, Parameter Store does not go back from an advanced to a standard parameter, and a wait condition cannot be updated at all.',
  *find(cx) {
    for (const change of cx.changes(...Object.keys(fixed))) {
      if (!isInPlace(change)) continue;
      const [old, now] = [cx.properties(change.before, cx.before), cx.properties(change.after)];
      for (const [property, fallback] of fixed[change.type]!) {
        if (sameData(get(old, property) ?? fallback, get(now, property) ?? fallback)) continue;
        const difference = change.differences.find(({ path }) => path[0] === property);
        if (!difference) continue;
        yield {
          text: `${capital(called(change.type, change.id))} changes its '${property}', which is fixed when it is created: the service ${perhaps(difference)}refuses the update.`,
          cure: cureOf(property, change.type),
          ...placed(change, difference),
        };
      }
    }
    for (const change of cx.changes('AWS::Cognito::UserPool')) {
      if (!isInPlace(change)) continue;
      const now = attributesOf(cx.properties(change.after));
      for (const [name, attribute] of attributesOf(cx.properties(change.before, cx.before)) ?? []) {
        if (!now || sameData(now.get(name), attribute)) continue;
        const difference = change.differences.find(({ path }) => path[0] === 'Schema');
        if (!difference) continue;
        yield {
          text: `${capital(called(change.type, change.id))} ${now.has(name) ? 'changes' : 'loses'} the attribute '${name}' of its 'Schema': Amazon Cognito ${perhaps(difference)}refuses to change or remove attributes.`,
          cure: `Restore '${name}', and add another attribute instead.`,
          ...placed(change, difference),
        };
      }
    }
    for (const change of cx.changes(...Object.keys(backwards))) {
      if (!isInPlace(change)) continue;
      const { property, isBack, why, cure } = backwards[change.type]!;
      const difference = change.differences.find(({ path }) => path[0] === property);
      if (!difference || !isBack(difference)) continue;
      yield {
        text: `${capital(called(change.type, change.id))} ${why(difference)}: the service refuses the update.`,
        cure,
        ...placed(change, difference),
      };
    }
    for (const change of cx.changes('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
      if (!isInPlace(change)) continue;
      const sides = [cx.properties(change.before, cx.before), cx.properties(change.after)];
      const difference = change.differences.find(
        ({ path }) => path.join('.') === 'TimeToLiveSpecification.AttributeName',
      );
      if (!difference || !sides.every(isOn)) continue;
      yield {
        text: `${capital(called(change.type, change.id))} changes the attribute of its time to live: DynamoDB ${perhaps(difference)}refuses that while time to live is on for the old attribute.`,
        cure: "Deploy 'Enabled: false' with the old attribute first, and the new attribute an hour later.",
        ...placed(change, difference),
      };
    }
  },
});

const cureOf = (property: string, type: string): string =>
  type === 'AWS::CloudFormation::WaitCondition'
    ? `Restore '${property}', or give the wait condition and its handle other logical ids.`
    : `Restore '${property}', or create another resource and move the data.`;

/** A property of which the service goes one way only. */
interface OneWay {
  readonly property: string;
  readonly isBack: (difference: Difference) => boolean;
  readonly why: (difference: Difference) => string;
  readonly cure: string;
}

/**
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
const backwards: Readonly<Record<string, OneWay>> = {
  'AWS::EC2::Volume': {
    property: 'Size',
    isBack: ({ before, after }) => numberOf(after) < numberOf(before),
    why: ({ before, after }) =>
      `has ${numberOf(after)} GiB instead of ${numberOf(before)}, and Amazon EBS cannot make it smaller`,
    cure: 'Restore the size; for less, create another volume and copy the data.',
  },
  'AWS::SSM::Parameter': {
    property: 'Tier',
    isBack: ({ before, after }) => before === 'Advanced' && after === 'Standard',
    why: () => 'goes back from the advanced to the standard tier, which Parameter Store does not do',
    cure: "Keep 'Tier: Advanced', or replace the parameter by one with another name.",
  },
};

const isInPlace = ({ fate, before, after }: ResourceChange): boolean =>
  fate !== 'replaced' && before !== undefined && after !== undefined;

/** The attributes of a user pool by name; undefined where not all of them are known. */
const attributesOf = (properties: JsonMap): ReadonlyMap<string, Json> | undefined => {
  const schema = get(properties, 'Schema') ?? [];
  if (!isList(schema)) return undefined;
  const named = schema.map((attribute) => [get(attribute, 'Name'), attribute] as const);
  return named.every((each): each is [string, Json] => isString(each[0])) ? new Map(named) : undefined;
};

const isOn = (properties: JsonMap): boolean => getIn(properties, 'TimeToLiveSpecification', 'Enabled') === true;

const perhaps = ({ certain }: Difference): string => (certain ? '' : 'perhaps ');

const placed = (change: ResourceChange, { certain, at, wasAt }: Difference) => ({
  level: certain ? ('error' as const) : ('warning' as const),
  resource: change.id,
  at: at ?? change.at,
  wasAt,
});
