/** What tables of properties call a place: its type, and its path without positions in lists: `AWS::Events::Rule Targets.Arn`. */
export const keyOfPath = (type: string, path: string): string => {
  if (path === '') return type;
  return `${type} ${path.includes('[') ? path.replace(/\[\d+\]/g, '') : path}`;
};
