import { rdsWindows } from '../../../src/lint/rules/rds-windows.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const database = (daily: string, weekly: string, type = 'AWS::RDS::DBInstance') => `Parameters: {When: {Type: String}}
Resources:
  Orders:
    Type: ${type}
    Properties:
      PreferredBackupWindow: ${daily}
      PreferredMaintenanceWindow: ${weekly}
`;

tester.run(rdsWindows, {
  valid: [
    database('03:00-04:00', 'sun:04:00-sun:05:00'),
    database('23:30-00:30', 'mon:00:30-mon:01:30'),
    database('03:00-04:00', '!Ref When'),
    database('soon', 'sun:03:00-sun:04:00'),
    database('03:00-03:30', 'Sun:23:45-Mon:00:15'),
  ],
  invalid: [
    marked(database('03:00-04:00', '‹Sun:03:30-Sun:04:30›'), 'overlap'),
    marked(database('23:30-00:30', '‹mon:00:00-mon:01:00›'), 'overlap'),
    marked(database('00:00-00:30', '‹sun:23:30-mon:00:15›', 'AWS::DocDB::DBCluster'), 'overlap'),
    marked(database('‹03:00-03:15›', '‹sun:05:00-sun:05:29›', 'AWS::RDS::DBCluster'), [
      { messageId: 'short', data: { minutes: 15 } },
      { messageId: 'short', data: { minutes: 29 } },
    ]),
  ],
});
