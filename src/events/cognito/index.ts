import { userPoolTriggers } from '../../model/channel.ts';
import { getAtt } from '../../model/intrinsics.ts';
import { defineEvent } from '../../model/plugin.ts';
import { isString } from '../../model/tree.ts';
import { listOf, literal, oneOf, strict, string } from '../../schema/property.ts';
import { permitInvocation } from '../permission.ts';
import { idInTemplate } from '../same-template.ts';

export const cognito = defineEvent({
  type: 'Cognito',
  hosts: ['function'],
  properties: {
    UserPool: strict(string, 'A reference to a user pool of the same template.', { required: true }),
    Trigger: literal(oneOf(string, listOf(string)), 'When the function is called: PreSignUp, PostConfirmation …', {
      required: true,
    }),
  },
  attach(cx) {
    const poolId = idInTemplate(cx, 'UserPool', 'AWS::Cognito::UserPool');
    const limits = { SourceArn: getAtt(poolId, 'Arn') };
    // One permission for all triggers of a function: its id does not have the event's.
    permitInvocation(cx, 'cognito-idp.amazonaws.com', limits, `${cx.host.targetId}CognitoPermission`);
    const { Trigger } = cx.props;
    const triggers = isString(Trigger) ? [Trigger] : Trigger.filter(isString);
    cx.contribute(userPoolTriggers, poolId, { triggers, functionArn: cx.host.arn }, cx.at('Trigger'));
  },
});
