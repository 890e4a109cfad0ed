import { defineRule } from '../../model/rule.ts';
import { dailyWindow, overlaps, weeklyWindow } from '../facts/values/time-windows.ts';

/** How many minutes a window has at least. */
const least = 30;

export const rdsWindows = defineRule({
  id: 'rds-windows',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Windows of a database that overlap or are too short',
  description:
    'The daily window for backups and the weekly window for maintenance have at least 30 minutes each and do not overlap. Both are in UTC. RDS, Neptune and DocumentDB refuse other windows.',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  macros: 'silent',
  messages: {
    short: "'{property}' has {minutes} minutes; it needs at least {least}.",
    overlap: 'The maintenance window {weekly} overlaps the backup window {daily}; move one of them.',
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::RDS::DBInstance
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties:
    Engine: postgres
    DBInstanceClass: db.t4g.micro
    AllocatedStorage: 20
    MasterUsername: orders
    ManageMasterUserPassword: true
    PreferredBackupWindow: 03:00-04:00
    PreferredMaintenanceWindow: ‹sun:03:30-sun:04:30›
`,
    passes: `
Orders:
  Type: AWS::RDS::DBInstance
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties:
    Engine: postgres
    DBInstanceClass: db.t4g.micro
    AllocatedStorage: 20
    MasterUsername: orders
    ManageMasterUserPassword: true
    PreferredBackupWindow: 03:00-04:00
    PreferredMaintenanceWindow: sun:04:30-sun:05:30
`,
  },
  on: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance', 'AWS::Neptune::DBCluster', 'AWS::DocDB::DBCluster'],
  check(database, cx) {
    const found = [
      { property: 'PreferredBackupWindow', read: dailyWindow },
      { property: 'PreferredMaintenanceWindow', read: weeklyWindow },
    ].map(({ property, read }) => {
      const texts = database.strings(property);
      const text = texts.length === 1 ? texts[0] : undefined;
      return { property, text, window: text && read(text.value) };
    });
    for (const { property, text, window } of found) {
      if (!window || window.minutes >= least) continue;
      cx.report('short', text!.at, { data: { property, minutes: window.minutes, least } });
    }
    const [daily, weekly] = found;
    if (!daily!.window || !weekly!.window || !overlaps(daily!.window, weekly!.window)) return;
    const data = { daily: daily!.text!.value, weekly: weekly!.text!.value };
    cx.report('overlap', weekly!.text!.at, { data, related: [daily!.text!.at] });
  },
});
