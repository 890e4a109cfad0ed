import { replacePlaceholders } from '../../../model/placeholders.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get } from '../../../model/tree.ts';
import { gap } from '../texts/partial-text.ts';
import { aslDefinitions } from './definition.ts';
import { aslTree, type State } from './states.ts';

/** How a Task waits for what it calls. */
export type Pattern = '.sync' | '.waitForTaskToken';

/** What a Task state calls. */
export interface TaskCall {
  readonly state: State;
  /** `lambda`, `aws-sdk:s3` …; undefined where it is known only at deploy time, or where a function is named itself. */
  readonly service: string | undefined;
  /** The action of the service: `putItem`. */
  readonly api: string | undefined;
  readonly pattern: Pattern | undefined;
  readonly isActivity: boolean;
}

const integration = /^arn:[^:]*:states:[^:]*:[^:]*:((?:aws-sdk:)?[\w-]+):([^.]*)(\..*)?$/s;
const activity = /^arn:[^:]*:states:[^:]*:[^:]*:activity:/;

/** An ARN with something that is not a name in the place of the parts that are known only at deploy time. */
const withGaps = (text: string): string => replacePlaceholders(text, () => gap)!;

/** All calls of Task states in the template, in the order of their definitions. */
export const taskCalls = (cx: TemplateView): TaskCall[] =>
  aslDefinitions(cx).whole.flatMap((definition) =>
    aslTree(definition).states.flatMap((state): TaskCall[] => {
      const resource = state.type === 'Task' ? get(state.body, 'Resource') : undefined;
      const text = definition.text(resource);
      if (resource === undefined) return [];
      if (text === undefined) {
        const isActivity = cx.target(resource)?.type === 'AWS::StepFunctions::Activity';
        return [{ state, service: undefined, api: undefined, pattern: undefined, isActivity }];
      }
      const [, service, api, suffix] = integration.exec(withGaps(text)) ?? [];
      return [{ state, service, api, pattern: patternOf(suffix), isActivity: isActivity(text, state, cx) }];
    }),
  );

const patternOf = (suffix: string | undefined): Pattern | undefined => {
  if (suffix === undefined) return undefined;
  if (suffix.startsWith('.sync')) return '.sync';
  return suffix === '.waitForTaskToken' ? suffix : undefined;
};

/** An activity's ARN, or a substitution that refers to an activity of the template. */
const isActivity = (text: string, { scope }: State, cx: TemplateView): boolean => {
  if (activity.test(withGaps(text))) return true;
  const name = /^\$\{([\w.]+)\}$/.exec(text)?.[1];
  if (name === undefined) return false;
  const given = get(scope.definition.node.get('DefinitionSubstitutions'), name);
  return cx.target(given ?? { Ref: name })?.type === 'AWS::StepFunctions::Activity';
};
