import type { Side } from '../diff/side.ts';
import { enumerated } from '../diff/words/nouns.ts';
import type { Answer } from '../lint/facts/access/answer.ts';
import { mayCall } from '../lint/facts/access/index.ts';
import { functionBehind } from '../lint/facts/functions/links.ts';
import { nearest } from '../model/nearest.ts';
import type { ResourceNode } from '../model/rule.ts';
import { accessEdges } from './access-edges.ts';
import type { Review } from './index.ts';

/** Whether one resource can call another one, and why. */
export interface CanCall {
  readonly answer: Answer | 'no such resource';
  readonly text: string;
}

/** Answers "can A call B?", of what is not called whether A may use it. An alias stands for its function. */
export const canCall = ({ side }: Review, from: string, to: string): CanCall => {
  const view = side.facts();
  const [caller, target] = [from, to].map((id) => view.resource(id)) as [
    ResourceNode | undefined,
    ResourceNode | undefined,
  ];
  if (!caller || !target) {
    const missing = caller ? to : from;
    const near = nearest(
      missing,
      view.resources().map(({ id }) => id),
    );
    return {
      answer: 'no such resource',
      text: `There is no resource '${missing}'.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    };
  }
  const { answer, calls, by } = mayCall(caller, functionBehind(view, target) ?? target, view);
  const verbs = answer === 'yes' ? [] : verbsOf(side, caller.id, target.id);
  if (verbs.length > 0)
    return { answer: 'yes', text: `Yes: '${from}' ${enumerated(verbs)} '${to}', as its role allows.` };
  const how = calls.length > 0 ? ` by ${enumerated([...new Set(calls.map(({ what }) => what))])}` : '';
  const grants =
    by.length > 0
      ? ` '${by[0]!.id}'${by.length > 1 ? ` and ${by.length - 1} more` : ''} let${by.length > 1 ? '' : 's'} it.`
      : '';
  const texts: Readonly<Record<Answer, string>> = {
    yes: `Yes: '${from}' can call '${to}'${how}.${grants}`,
    no: `No: '${from}' cannot call '${to}'${how}; no permission, policy or role of the template lets it.`,
    unknown: `Not known: whether '${from}' can call '${to}'${how} depends on what the template does not show.`,
  };
  return { answer, text: texts[answer] };
};

/** What the code of one resource may do with another one, in words: `reads`. */
const verbsOf = (side: Side, from: string, to: string): string[] => [
  ...new Set(
    [...accessEdges(side)].filter((edge) => edge.from === from && edge.to === to).flatMap(({ labels }) => labels),
  ),
];
