import { shown } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'parameter-changed',
  level: 'info',
  title: 'A default that stacks do not take over, or a parameter that needs a value',
  description:
    'A stack keeps the value of a parameter that a deployment does not pass, whatever its default is by then. A parameter without a default needs a value the first time.',
  *find(cx) {
    for (const { section, path, before, after, at } of cx.compared.sections) {
      if (section !== 'Parameters') continue;
      const [name, key] = path.map(String) as [string, string | undefined];
      if (key === 'Default' && before !== undefined && after !== undefined) {
        yield {
          text: `The default of the parameter '${name}' becomes ${shown(after)} instead of ${shown(before)}: stacks that exist keep the value they have unless the deployment passes another.`,
          resource: name,
          at,
        };
      } else if (key === undefined && before === undefined && !hasDefault(after)) {
        yield {
          text: `The parameter '${name}' is new and has no default: the deployment must pass a value.`,
          level: 'warning',
          resource: name,
          at,
        };
      }
    }
  },
});

const hasDefault = (parameter: unknown): boolean =>
  typeof parameter === 'object' && parameter !== null && Object.hasOwn(parameter, 'Default');
