import type { Example, ExampleText, Scaffold } from '../model/example.ts';

const indented = (text: string, width: number): string => text.trim().replace(/^(?=.)/gm, ' '.repeat(width));

const transform = 'Transform: AWS::Serverless-2016-10-31\n';

const resource = (id: string, type: string, properties: string): string =>
  `${transform}Resources:\n  ${id}:\n    Type: AWS::Serverless::${type}\n    Properties:\n${indented(properties, 6)}\n`;

const code = 'Runtime: nodejs24.x\nHandler: index.handler\nInlineCode: exports.handler = async () => {}';

const definition = 'Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}';

const scaffolds: Readonly<Record<Scaffold, (text: string) => string>> = {
  resources: (text) => `${text.includes('AWS::Serverless::') ? transform : ''}Resources:\n${indented(text, 2)}\n`,
  function: (text) => resource('Orders', 'Function', `${code}\n${text.trim()}`),
  api: (text) => resource('Shop', 'Api', text),
  'http-api': (text) => resource('Shop', 'HttpApi', text),
  'state-machine': (text) => resource('Flow', 'StateMachine', `${definition}\n${text.trim()}`),
  configuration: (text) => `${text.trim()}\n`,
};

/** The whole text of one of the templates of an example, with its marks. */
export const wholeText = (example: Example, text: ExampleText): string => {
  const own = typeof text === 'string' ? text : text();
  return example.in === undefined ? `${own.replace(/^\n/, '').trimEnd()}\n` : scaffolds[example.in](own);
};
