import { boolean, integer, loose, number, object, string } from './property.ts';

/** The shape of the settings of one route of an HTTP or WebSocket API. */
export const routeSettingsShape = object({
  DataTraceEnabled: loose(boolean, 'Logs requests and responses whole. Only of WebSocket APIs.'),
  DetailedMetricsEnabled: loose(boolean, 'Makes metrics of each route.'),
  LoggingLevel: loose(string, 'INFO, ERROR or OFF. Only of WebSocket APIs.'),
  ThrottlingBurstLimit: loose(integer, 'How many requests there may be at a time.'),
  ThrottlingRateLimit: loose(number, 'How many requests there may be in a second.'),
});
