export { Dict, History, type Mark, moved, type Node, openedList, openedMap, plain, Written } from './node.ts';
export { rewritten } from './order.ts';
export { toDump, toJson, toText } from './output.ts';
export { hashOrder, type ResourceOrder, type VisitOrder, visitOrderOf } from './visit.ts';
