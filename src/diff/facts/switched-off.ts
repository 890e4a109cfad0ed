import { scalarText } from '../../lint/facts/texts/scalar.ts';
import { getIn, type JsonMap, type Step } from '../../model/tree.ts';

/** A property that switches something off, by the value that does so. */
interface Switch {
  readonly path: readonly Step[];
  readonly off: string;
}

/** What rules, schedules, mappings, pipes, alarms … are switched off with. */
const switches: readonly Switch[] = [
  { path: ['State'], off: 'DISABLED' },
  { path: ['Enabled'], off: 'false' },
  { path: ['DesiredState'], off: 'STOPPED' },
  { path: ['ActionsEnabled'], off: 'false' },
  { path: ['Rule', 'Enabled'], off: 'false' },
  { path: ['TopicRulePayload', 'RuleDisabled'], off: 'true' },
];

/** Whether the properties of a resource switch it off. */
export const isSwitchedOff = (properties: JsonMap | undefined): boolean =>
  switches.some(({ path, off }) => scalarText(getIn(properties, ...path)) === off);

/** Whether a change at a path is one of a switch. */
export const isSwitch = (changed: readonly Step[]): boolean =>
  switches.some(({ path }) => path.every((step, at) => changed[at] === step));
