import type { Example, ExampleText, Scaffold } from '../model/example.ts';
import { filled, frames } from './frames.ts';

const indented = (text: string, width: number): string => text.trim().replace(/^(?=.)/gm, ' '.repeat(width));

const transform = 'Transform: AWS::Serverless-2016-10-31\n';

const resource = (id: string, type: string, properties: string): string =>
  `${transform}Resources:\n  ${id}:\n    Type: AWS::Serverless::${type}\n    Properties:\n${indented(properties, 6)}\n`;

const code = 'Runtime: nodejs24.x\nHandler: index.handler\nInlineCode: exports.handler = async () => {}';

const definition = 'Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}';

const resources = (text: string): string =>
  `${text.includes('AWS::Serverless::') ? transform : ''}Resources:\n${indented(text, 2)}\n`;

const isFrame = (name: Scaffold): name is keyof typeof frames => Object.hasOwn(frames, name);

const scaffolds: Readonly<Record<Exclude<Scaffold, keyof typeof frames>, (text: string) => string>> = {
  resources,
  function: (text) => resource('Orders', 'Function', `${code}\n${text.trim()}`),
  api: (text) => resource('Shop', 'Api', text),
  'http-api': (text) => resource('Shop', 'HttpApi', text),
  'state-machine': (text) => resource('Flow', 'StateMachine', `${definition}\n${text.trim()}`),
  configuration: (text) => `${text.trim()}\n`,
};

/** The whole text of one of the templates of an example, with its marks. */
export const wholeText = (example: Example, text: ExampleText): string => {
  const own = typeof text === 'string' ? text : text();
  if (example.in === undefined) return `${own.replace(/^\n/, '').trimEnd()}\n`;
  return isFrame(example.in) ? resources(filled(frames[example.in], own)) : scaffolds[example.in](own);
};
