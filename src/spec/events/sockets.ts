import { stamp } from '../../model/origin.ts';
import { isString, type JsonMap } from '../../model/tree.ts';
import { whatIs } from '../codecs/reference.ts';
import type { Reading } from '../language/codec.ts';
import { WrongKind } from '../language/messages.ts';
import type { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';

const socket = 'AWS::Serverless::WebSocketApi';

/** `$connect on Chat`: a route of a WebSocket API, which SAM has at the API. */
export const parseSocketRoute = (text: string): { route: string; api: string } | undefined => {
  const [, route, api] = /^(\$?[\w.-]{1,128}) on ([A-Za-z0-9]+)$/.exec(text) ?? [];
  return route === undefined ? undefined : { route, api: api! };
};

/** Whether a text is such a route: what stands behind `on` decides. */
export const isSocketRoute = (text: string, cx: Reading): boolean => {
  const parsed = parseSocketRoute(text);
  return parsed !== undefined && (parsed.route.startsWith('$') || cx.names.get(parsed.api)?.type === socket);
};

/** Gives the route to its API. */
export const readSocketRoute = (spot: Spot, cx: Reading): void => {
  const { route, api } = parseSocketRoute(spot.text!)!;
  const found = cx.names.get(api);
  if (found === undefined) {
    return cx.report(
      unknownName(cx.names, api, 'WebSocket API', ({ type }) => type === socket),
      spot.at,
    );
  }
  if (found.type !== socket)
    return cx.report(WrongKind(api, whatIs(found), route, 'a WebSocket API', undefined), spot.at);
  const own = cx.names.get(cx.entry);
  const arn = own && cx.names.form(own, 'arn')?.alone;
  const target: JsonMap = { FunctionArn: arn ?? { 'Fn::GetAtt': [cx.entry, 'Arn'] } };
  // The name of a route may hold dots.
  cx.contribute(api, 'Routes', stamp({ [route]: stamp(target, spot.at) }, spot.at), spot);
};

/** The id of a route of a WebSocket API. */
export const socketId = (text: unknown): string => {
  const { route = 'Route' } = (isString(text) ? parseSocketRoute(text) : undefined) ?? {};
  const word = route.replaceAll(/[^A-Za-z0-9]/g, '');
  return word.charAt(0).toUpperCase() + word.slice(1);
};
