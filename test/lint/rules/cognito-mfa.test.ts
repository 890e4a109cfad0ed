import { cognitoMfa } from '../../../src/lint/rules/cognito-mfa.ts';
import { tester } from '../tester.ts';

const pool = (properties: string) => `Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties: {MfaConfiguration: 'ON', ${properties}}
`;

tester.run(cognitoMfa, {
  valid: [
    pool('EnabledMfas: [SOFTWARE_TOKEN_MFA]'),
    pool('EnabledMfas: [SMS_MFA], SmsConfiguration: {SnsCallerArn: !GetAtt Sender.Arn}'),
    pool('EnabledMfas: [SMS_MFA], SmsConfiguration: !If [A, {SnsCallerArn: a}, !Ref AWS::NoValue]'),
    pool('EnabledMfas: [EMAIL_OTP], EmailConfiguration: {EmailSendingAccount: DEVELOPER, SourceArn: a}'),
    pool('EnabledMfas: [EMAIL_OTP], EmailConfiguration: !If [A, !Ref B, !Ref C]'),
    pool('EnabledMfas: [!Ref Mfa]'),
  ],
  invalid: [
    {
      template: pool('EnabledMfas: [SOFTWARE_TOKEN_MFA, SMS_MFA]'),
      problems: [{ messageId: 'sms', line: 4, column: 76 }],
    },
    { template: pool('EnabledMfas: [EMAIL_OTP]'), problems: [{ messageId: 'email', line: 4, column: 56 }] },
    {
      template: pool('EnabledMfas: [SMS_MFA, EMAIL_OTP], EmailConfiguration: {ReplyToEmailAddress: a@example.com}'),
      problems: [
        { messageId: 'sms', line: 4, column: 56 },
        { messageId: 'email', line: 4, column: 65 },
      ],
    },
  ],
});
