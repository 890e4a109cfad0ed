export { Dict, History, type Mark, type Node, openedList, openedMap, plain, Written } from './node.ts';
export { toJson, toText } from './output.ts';
export { type ResourceOrder, type VisitOrder, visitOrderOf } from './visit.ts';
