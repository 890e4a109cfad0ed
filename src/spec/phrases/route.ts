/** A route as a text says it. */
export interface Route {
  /** `rest` or `http` where that is said. */
  readonly kind?: 'rest' | 'http' | undefined;
  readonly method: string;
  readonly path: string;
  readonly api?: string | undefined;
}

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];
export const routeSays = "'GET /orders/{id}', with 'on Api' behind it or 'rest' before it where that is needed";

/** `GET /orders/{id}`, `rest GET /x on Public`; undefined for anything else. `/:id` is `/{id}`. */
export const parseRoute = (text: string): Route | undefined => {
  const [, kind, method, path, api] = /^(?:(rest|http) )?([A-Za-z]{3,7}|\*) (\/\S*)(?: on (\S+))?$/.exec(text) ?? [];
  if (method === undefined || !(method === '*' || methods.includes(method.toUpperCase()))) return undefined;
  return { kind: kind as Route['kind'], method, path: path!.replaceAll(/\/:([A-Za-z_]\w*)/g, '/{$1}'), api };
};

export const printRoute = ({ kind, method, path, api }: Route): string =>
  `${kind === undefined ? '' : `${kind} `}${method} ${path}${api === undefined ? '' : ` on ${api}`}`;

/** Whether a text is meant as a route: it begins with a method, or what looks like one. */
export const looksLikeRoute = (text: string): boolean => /^(?:(?:rest|http) )?[A-Za-z*]{1,8} \//.test(text);
