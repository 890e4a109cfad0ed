import type { Side } from '../diff/side.ts';
import { symbolic } from '../diff/words/shown.ts';
import { functionBehind } from '../lint/facts/functions/links.ts';
import { openUrl } from '../lint/facts/functions/url-permissions.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import { get, isList } from '../model/tree.ts';
import type { RouteLine } from './index.ts';

const accessOf = (url: ResourceNode, view: TemplateView): RouteLine['access'] =>
  openUrl(url, view).answer === 'no' ? 'refused' : 'open';

/** The URLs of functions, as routes without an API. */
export const urlLines = (side: Side): RouteLine[] => {
  const view = side.facts();
  return view.resources('AWS::Lambda::Url').map((url) => {
    const fn = functionBehind(view, view.target(url.get('TargetFunctionArn')))?.id ?? url.id;
    const type = view.resolve(url.get('AuthType'));
    const origins = get(get(side.meaning.properties(url.body), 'Cors'), 'AllowOrigins');
    return {
      api: fn,
      route: 'function URL',
      calls: fn,
      access: type === 'NONE' ? accessOf(url, view) : type === undefined ? 'unknown' : 'authorized',
      authorizers: typeof type === 'string' && type !== 'NONE' ? [type] : [],
      scopes: [],
      needsKey: false,
      origins: isList(origins) ? origins.map(symbolic) : [],
      at: url.at,
    };
  });
};
