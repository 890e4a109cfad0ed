export { checkOrder as handler } from './check-order.ts';
