import { lambdaHandlerFile } from '../../../src/lint/rules/lambda-handler-file.ts';
import { tester } from '../tester.ts';

const fn = (properties: string, further = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {${properties}}
${further}`;
const node = (handler: string, more = '') => fn(`Runtime: nodejs24.x, CodeUri: src${more}, Handler: ${handler}`);
const python = (handler: string) => fn(`Runtime: python3.13, CodeUri: ./src/, Handler: ${handler}`);
const files = {
  'src/app.mjs': 'export const handler = async () => {};',
  'src/all.js': "export * from './app.mjs';",
  'src/old.js': "module.exports = require('./app');",
  'src/typed.ts': 'export const run = () => {};',
  'src/app.py': 'def handler(event, context):\n    pass\n',
  'src/pkg/__init__.py': 'from .inner import *\n',
  'src/pkg/inner.py': 'def handler(event, context):\n    pass\n',
  'src/app.rb': 'def handler(event:, context:)\nend\n',
  'src/requirements.txt': 'Mangum-adapter==1.0\n',
};

tester.run(lambdaHandlerFile, {
  valid: [
    { template: node('app.handler'), files },
    { template: node('all.handler'), files },
    { template: node('old.handler'), files },
    { template: node('typed.run'), files },
    { template: node('dist/app.handler'), files },
    { template: node('/opt/wrapper.handler'), files },
    { template: node('wrapper.handler', ', Layers: [!Ref Wrapper]'), files },
    { template: node('main.handler', '/missing'), files },
    { template: node('main.handler'), files: {} },
    {
      template: fn(
        'Runtime: nodejs24.x, CodeUri: src, Handler: main.handler',
        '    Metadata: {BuildMethod: esbuild}\n',
      ),
      files,
    },
    { template: python('app.handler'), files },
    { template: python('pkg.inner.handler'), files },
    { template: python('pkg.handler'), files },
    { template: python('mangum_adapter.handler'), files },
    { template: fn('Runtime: ruby3.4, CodeUri: src, Handler: app.handler'), files },
    { template: fn('Runtime: java21, CodeUri: src, Handler: com.example.App'), files },
    { template: fn('Runtime: provided.al2023, CodeUri: src, Handler: bootstrap.x'), files },
    { template: fn('Runtime: nodejs24.x, Handler: main.handler, InlineCode: x'), files },
  ],
  invalid: [
    {
      template: node('main.handler'),
      files,
      problems: [{ messageId: 'file', line: 5, column: 62, data: { folder: 'src', file: 'main.js' } }],
    },
    {
      template: node('pkg/main.handler'),
      files,
      problems: [{ messageId: 'file', line: 5, column: 62, data: { file: 'pkg/main.js' } }],
    },
    {
      template: node('app.run'),
      files,
      problems: [{ messageId: 'function', line: 5, column: 62, data: { file: 'app.mjs', name: 'run' } }],
    },
    {
      template: python('app.lambda_handler'),
      files,
      problems: [{ messageId: 'function', line: 5, column: 65, data: { file: 'app.py', name: 'lambda_handler' } }],
    },
    {
      template: python('pkg.other.handler'),
      files,
      problems: [{ messageId: 'file', line: 5, column: 65, data: { file: 'pkg/other.py' } }],
    },
    {
      template: fn('Runtime: ruby3.4, CodeUri: src, Handler: lambda.handler'),
      files,
      problems: [{ messageId: 'file', line: 5, column: 59, data: { file: 'lambda.rb' } }],
    },
  ],
});
