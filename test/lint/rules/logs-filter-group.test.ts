import { logsFilterGroup } from '../../../src/lint/rules/logs-filter-group.ts';
import { marked } from '../marked.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const template = (group: string, further = '', fn = 'MemorySize: 256') => `Transform: AWS::Serverless-2016-10-31
Resources:
${samFunctionCalled('Fn', fn)}  Filter: {Type: AWS::Logs::MetricFilter, Properties: {FilterPattern: '', LogGroupName: ${group}}}
${further}`;
const declared = (name: string) => `  Group: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: ${name}}}
`;

tester.run(logsFilterGroup, {
  valid: [
    template('!Ref Group', declared("!Sub '/aws/lambda/${Fn}'")),
    template("!Sub '/aws/lambda/${Fn}'", declared("!Sub '/aws/lambda/${Fn}'")),
    template("!Sub '/aws/lambda/${Fn}'", declared('/aws/lambda/orders'), 'FunctionName: orders'),
    template('/aws/lambda/others'),
    template("!Sub '/aws/lambda/${Other}'"),
  ],
  invalid: [
    marked(template("‹!Sub '/aws/lambda/${Fn}'›"), { messageId: 'group', data: { fn: 'Fn' } }),
    marked(template("‹!Join ['', [/aws/lambda/, !Ref Fn]]›"), 'group'),
    marked(template('‹/aws/lambda/orders›', '', 'FunctionName: orders'), 'group'),
  ],
});
