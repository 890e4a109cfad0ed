import { inTable } from '../../model/in-table.ts';
import { defineRule } from '../../model/rule.ts';
import { isPlainMap } from '../facts/templates/choices.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds in the units of `TokenValidityUnits`. */
const seconds: Readonly<Record<string, number>> = { seconds: 1, minutes: minute, hours: hour, days: day };

/** How long the tokens of a client can be valid, in seconds, and in what unit that is given where no unit is. */
const tokens = [
  { token: 'AccessToken', standard: 'hours', least: 5 * minute, most: day, words: '5 minutes to 1 day' },
  { token: 'IdToken', standard: 'hours', least: 5 * minute, most: day, words: '5 minutes to 1 day' },
  { token: 'RefreshToken', standard: 'days', least: hour, most: 3650 * day, words: '60 minutes to 10 years' },
];

export const cognitoTokenValidity = defineRule({
  id: 'cognito-token-validity',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Validity that a token of Cognito cannot have',
  description:
    'Access and ID tokens of a user pool client are valid for 5 minutes to 1 day, refresh tokens for 60 minutes to 10 years. `TokenValidityUnits` says in which unit; without it, access and ID tokens are given in hours and refresh tokens in days, so that `AccessTokenValidity: 60` is 60 hours. Cognito refuses other clients.',
  source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html',
  messages: {
    range: "'{name}' is {found} {unit}; it must be {words}.",
    unit: "'{name}' is {found} {unit}, for 'TokenValidityUnits' has no '{token}'; it must be {words}. Did you mean minutes?",
  },
  example: {
    in: 'resources',
    fails: `
Web:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: us-east-1_Example
    AccessTokenValidity: ‹60›
`,
    passes: `
Web:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    UserPoolId: us-east-1_Example
    AccessTokenValidity: 60
    TokenValidityUnits: {AccessToken: minutes}
`,
  },
  on: ['AWS::Cognito::UserPoolClient'],
  check(client, cx) {
    if (client.all('TokenValidityUnits').some(({ value }) => !isPlainMap(value))) return;
    for (const { token, standard, least, most, words } of tokens) {
      const name = `${token}Validity`;
      const isBare = client.lacks('TokenValidityUnits', token);
      const units = client.strings('TokenValidityUnits', token);
      const unit = isBare ? standard : units.length === 1 ? units[0]!.value : '';
      const factor = inTable(seconds, unit);
      if (factor === undefined) continue;
      for (const { value: found, at } of client.numbers(name)) {
        const length = found * factor;
        // Cognito takes no refresh token for the standard one of 30 days.
        if ((length >= least && length <= most) || (found === 0 && token === 'RefreshToken')) continue;
        const isMeant = isBare && standard === 'hours' && found * minute >= least && found * minute <= most;
        cx.report(isMeant ? 'unit' : 'range', at, { data: { name, token, found, unit, words } });
      }
    }
  },
});
