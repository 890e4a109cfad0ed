import { cfnRetiredService } from '../../../src/lint/rules/cfn-retired-service.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const one = (type: string, more = '') => `${more}Resources:
  It: {Type: ${type}, Properties: {Name: a}}
`;

tester.run(cfnRetiredService, {
  valid: [one('AWS::SNS::Topic'), one('AWS::WAFv2::WebACL'), one('AWS::OpsWorks::Stack', 'Transform: [Own]\n')],
  invalid: [
    marked(one('‹AWS::OpsWorks::Stack›'), { messageId: 'ended', level: 'error', data: { day: '2024-05-26' } }),
    marked(one('‹AWS::QLDB::Ledger›'), 'ended'),
    marked(one('‹AWS::AppMesh::Mesh›'), { messageId: 'ending', level: 'warning' }),
  ],
});
