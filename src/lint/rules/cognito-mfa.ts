import { defineRule } from '../../model/rule.ts';
import { isPlainMap } from '../facts/templates/choices.ts';

export const cognitoMfa = defineRule({
  id: 'cognito-mfa',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Second factor that a user pool cannot send',
  description:
    'A user pool that sends codes by SMS (`SMS_MFA`) needs an `SmsConfiguration` with the role to send them by, and one that sends codes by mail (`EMAIL_OTP`) an `EmailConfiguration` with `EmailSendingAccount: DEVELOPER`, for the account of Cognito sends none. Cognito refuses the pool otherwise.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html#cfn-cognito-userpool-enabledmfas',
  macros: 'silent',
  messages: {
    sms: "'SMS_MFA' needs 'SmsConfiguration', with the role that Cognito sends messages by.",
    email: "'EMAIL_OTP' needs 'EmailConfiguration' with 'EmailSendingAccount: DEVELOPER'.",
  },
  example: {
    in: 'resources',
    fails: `
Users:
  Type: AWS::Cognito::UserPool
  Properties: {MfaConfiguration: 'ON', EnabledMfas: [‹SMS_MFA›]}
`,
    passes: `
Users:
  Type: AWS::Cognito::UserPool
  Properties: {MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA]}
`,
  },
  on: ['AWS::Cognito::UserPool'],
  check(pool, cx) {
    const mails =
      !pool.lacks('EmailConfiguration', 'EmailSendingAccount') ||
      pool.all('EmailConfiguration').some(({ value }) => !isPlainMap(value));
    for (const { value, at } of pool.strings('EnabledMfas', '*')) {
      if (value === 'SMS_MFA' && pool.lacks('SmsConfiguration')) cx.report('sms', at);
      if (value === 'EMAIL_OTP' && !mails) cx.report('email', at);
    }
  },
});
