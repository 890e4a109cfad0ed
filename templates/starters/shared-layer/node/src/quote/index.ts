import { euros } from '/opt/nodejs/money.js';
import { quote } from './quote.ts';

export const handler = quote(euros);
