/**
 * Who may call what, in an expanded template.
 *
 * - `callsOf(view)` lists what calls: routes and authorizers of APIs, subscriptions, rules, notifications, triggers,
 *   schedules, pipes, tasks of state machines … each with its caller, what it calls, and the place that says so.
 * - `permissionOf(call, view)` says whether such a call is permitted: `yes`, `no` or `unknown`, by which way (a policy of
 *   the called, or a role of the caller) and by which resources.
 * - `mayCall(from, to, view)` answers the same for two resources, whether or not the template makes one call the other.
 *
 * What the template does not show stays `unknown`: imported ARNs, parameters without a value, conditions that differ,
 * macros, and what is handed to custom resources and nested stacks. All is found once for each template.
 */
export type { Answer } from './answer.ts';
export { type Call, callsByTarget, callsOf } from './calls.ts';
export { type MayCall, mayCall } from './may-call.ts';
export { type Permission, permissionOf, type Way } from './permission.ts';
export type { Grants, Sender } from './sender.ts';
