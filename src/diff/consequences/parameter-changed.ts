import { shown } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'parameter-changed',
  level: 'info',
  title: 'A new default that existing stacks ignore, or a parameter that needs a value',
  description:
    'A stack keeps the value of a parameter that a deployment does not pass, even if the default changes. A new parameter without a default needs a value.',
  *find(cx) {
    for (const { section, path, before, after, at } of cx.compared.sections) {
      if (section !== 'Parameters') continue;
      const [name, key] = path.map(String) as [string, string | undefined];
      if (key === 'Default' && before !== undefined && after !== undefined) {
        yield {
          text: `The default of the parameter '${name}' becomes ${shown(after)} instead of ${shown(before)}: only new stacks get it; existing stacks keep their value unless the deployment passes another one.`,
          resource: name,
          at,
        };
      } else if (key === undefined && before === undefined && !hasDefault(after) && !cx.after.passed.has(name)) {
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
