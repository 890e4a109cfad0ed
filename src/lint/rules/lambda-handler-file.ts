import { defineRule, type Found, type FoundFile, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isNothing } from '../../model/tree.ts';
import { certainlyLacks, type HandlerPlace, handlerPlace } from '../facts/functions/handler-file.ts';
import { functionTypes, localCode } from '../facts/functions/local-code.ts';

export const lambdaHandlerFile = defineRule({
  id: 'lambda-handler-file',
  level: 'warning',
  category: 'correctness',
  stage: 'source',
  title: 'Handler that the local code does not have',
  description:
    'Lambda loads the file that the handler names before its last part, and calls the function of that last part. Where the folder of the code has no such file, or the file has nothing of that name, every call fails (`Runtime.ImportModuleError`, `Runtime.HandlerNotFound`). Looked at are functions of Node.js, Python and Ruby whose code is a local folder that nothing is built from: those with a `BuildMethod`, with layers, and handlers in folders that a build may still make are left alone, and so are packages that a `requirements.txt` names.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html',
  messages: {
    file: "'{folder}' has no file '{file}' for the handler '{handler}', so the function cannot start.",
    function: "'{file}' has nothing called '{name}', so the handler '{handler}' cannot be called.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: ‹main.handler›, CodeUri: src}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: app.handler, CodeUri: src}`,
    files: { 'src/app.mjs': 'export const handler = async () => {};' },
  },
  on: functionTypes,
  check(fn, cx) {
    if (isBuilt(fn) || !fn.lacks('Layers')) return;
    const [code, ...otherCode] = localCode(fn);
    const [handler, ...otherHandlers] = fn.strings('Handler');
    const [runtime, ...otherRuntimes] = fn.strings('Runtime');
    const others = otherCode.length + otherHandlers.length + otherRuntimes.length;
    if (!code || !handler || !runtime || others > 0) return;
    const place = handlerPlace(handler.value, runtime.value);
    if (place) checkPlace(place, code, handler, cx);
  },
});

const isBuilt = ({ body }: ResourceNode): boolean => !isNothing(get(get(body, 'Metadata'), 'BuildMethod'));

const checkPlace = (place: HandlerPlace, code: Found<string>, handler: Found<string>, cx: RuleContext): void => {
  const folder = code.value.replace(/\/$/, '');
  const at = (path: string): FoundFile | undefined => cx.file(`${folder}/${path}`, undefined);
  const parts = place.file.split('/');
  const around = parts.slice(0, -1).join('/');
  // A folder that is not there may be made by a build.
  if (cx.file(around === '' ? folder : `${folder}/${around}`, undefined) !== 'folder') return;
  const data = { handler: handler.value, folder: code.value, name: place.name };
  const ending = place.endings.find((each) => at(place.file + each) !== 'missing');
  if (ending === undefined) {
    if (isInstalled(parts[0]!, at('requirements.txt'))) return;
    cx.report('file', handler.at, { data: { ...data, file: place.file + place.endings[0]! } });
    return;
  }
  const file = at(place.file + ending);
  if (typeof file !== 'object' || !certainlyLacks(file.source.text, place.name)) return;
  cx.report('function', handler.at, { data: { ...data, file: place.file + ending } });
};

/** Whether a module may come from a package that is installed into the code. */
const isInstalled = (module: string, requirements: FoundFile | undefined): boolean =>
  typeof requirements === 'object' &&
  requirements.source.text.toLowerCase().replaceAll('_', '-').includes(module.toLowerCase().replaceAll('_', '-'));
