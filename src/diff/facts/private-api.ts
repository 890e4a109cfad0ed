import { getIn, isList, type JsonMap } from '../../model/tree.ts';

/** Whether a REST API can be reached through VPC endpoints only. */
export const isPrivate = (properties: JsonMap): boolean => {
  const types = getIn(properties, 'EndpointConfiguration', 'Types');
  return isList(types) && types.includes('PRIVATE');
};
