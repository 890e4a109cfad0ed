import type { TemplateView } from '../../../model/rule.ts';
import { get, isString } from '../../../model/tree.ts';
import { type Choice, entryChoices, entryItems, isPlainMap } from '../templates/choices.ts';
import { symbolicText } from '../texts/symbolic-text.ts';
import { matchesAction } from './action-pattern.ts';
import type { PolicyFault } from './faults.ts';

/** How users of an identity provider take a role. */
interface Federation {
  readonly action: string;
  /** How its ARN or domain is recognized. */
  readonly provider: RegExp;
  readonly type: string;
}

/** Source: https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html */
const federations: readonly Federation[] = [
  {
    action: 'sts:AssumeRoleWithWebIdentity',
    provider:
      /:oidc-provider\/|^(?:cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$/,
    type: 'AWS::IAM::OIDCProvider',
  },
  { action: 'sts:AssumeRoleWithSAML', provider: /:saml-provider\//, type: 'AWS::IAM::SAMLProvider' },
];

const federationOf = (provider: Choice, cx: TemplateView): Federation | undefined => {
  const type = cx.target(provider.value)?.type;
  const text = symbolicText(provider.value, cx);
  return federations.find((each) => each.type === type || each.provider.test(text));
};

/** The providers of a trust policy whose users can never take the role, as the statement does not allow their action. */
export const federationFaults = (statement: Choice, cx: TemplateView): PolicyFault[] => {
  const { value, at } = statement;
  if (get(value, 'Effect') !== 'Allow' || get(value, 'NotAction') !== undefined) return [];
  const actions = entryItems(value, 'Action', at).map((item) => cx.resolve(item.value));
  if (actions.length === 0 || !actions.every(isString)) return [];
  return providersIn(statement).flatMap((provider): PolicyFault[] => {
    const federation = federationOf(provider, cx);
    if (!federation || actions.some((action) => matchesAction(action, [federation.action.toLowerCase()]))) return [];
    return [{ messageId: 'federation', at: provider.at, data: { action: federation.action } }];
  });
};

/** The identity providers that a statement names. */
export const providersIn = ({ value, at }: Choice): Choice[] =>
  entryChoices(value, 'Principal', at).flatMap((principal) =>
    isPlainMap(principal.value) ? entryItems(principal.value, 'Federated', principal.at) : [],
  );
