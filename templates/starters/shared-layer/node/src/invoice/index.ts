import { euros } from '/opt/nodejs/money.js';
import { invoice } from './invoice.ts';

export const handler = invoice(euros);
