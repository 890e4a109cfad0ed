import { message } from '../model/problem.ts';

export const PathNotMap = message(
  'invalid-definition',
  'error',
  (path: string, found: string) => `The path '${path}' of the definition is ${found}; it must be a map.`,
);
export const MethodNotMap = message(
  'invalid-definition',
  'error',
  (path: string, method: string, found: string) =>
    `The method '${method}' of the path '${path}' is ${found}; it must be a map.`,
);
export const IfNotList = message(
  'invalid-if',
  'error',
  (found: string) => `'Fn::If' has ${found}; it must be a list of a condition and two values.`,
);
export const SecurityNotList = message(
  'invalid-definition',
  'error',
  (path: string, method: string, found: string) =>
    `'security' of the method '${method}' of the path '${path}' is ${found}; it must be a list of maps.`,
);
export const RequirementNotMap = message(
  'invalid-definition',
  'error',
  (path: string, method: string, found: string) =>
    `'security' of the method '${method}' of the path '${path}' holds ${found}; each item must be a map.`,
);
