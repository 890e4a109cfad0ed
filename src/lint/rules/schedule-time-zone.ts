import { didYouMean } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { isTimeZone, isTimeZoneForm, meantTimeZone, timeZoneRelease } from '../facts/events/time-zones.ts';

const places = [
  { type: 'AWS::Scheduler::Schedule', path: ['ScheduleExpressionTimezone'] },
  { type: 'AWS::ApplicationAutoScaling::ScalableTarget', path: ['ScheduledActions', '*', 'Timezone'] },
  { type: 'AWS::AutoScaling::ScheduledAction', path: ['TimeZone'] },
  { type: 'AWS::Backup::BackupPlan', path: ['BackupPlan', 'BackupPlanRule', '*', 'ScheduleExpressionTimezone'] },
  { type: 'AWS::SSM::MaintenanceWindow', path: ['ScheduleTimezone'] },
];

export const scheduleTimeZone = defineTemplateRule({
  id: 'schedule-time-zone',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: places.map(({ type }) => type),
  title: 'Time zone that does not exist',
  description:
    'The time zone of a schedule is a name of the IANA database, such as `Europe/Zurich`, `America/New_York` or `UTC`, with upper and lower case as there; AWS refuses every other. A name of the right form that is like no known one may be newer than the data of the rule, so it is a warning.',
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html; https://www.iana.org/time-zones',
  macros: 'silent',
  messages: {
    unknown: "There is no time zone '{found}'.{near}",
    newer: "The release {release} of the IANA database has no time zone '{found}'; check the name.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  Nightly: {Type: ScheduleV2, Properties: {ScheduleExpression: cron(0 2 * * ? *), ScheduleExpressionTimezone: ‹Europe/Zurch›}}`,
    passes: `
Events:
  Nightly: {Type: ScheduleV2, Properties: {ScheduleExpression: cron(0 2 * * ? *), ScheduleExpressionTimezone: Europe/Zurich}}`,
  },
  check(cx) {
    for (const { type, path } of places) {
      for (const node of cx.resources(type)) {
        for (const { value: found, at } of node.strings(...path)) {
          if (isTimeZone(found) || /\$\{|\{\{/.test(found)) continue;
          const meant = meantTimeZone(found);
          const logicalId = node.id;
          if (meant !== undefined || !isTimeZoneForm(found)) {
            cx.report('unknown', at, { data: { found, near: didYouMean(meant) }, logicalId });
          } else cx.report('newer', at, { data: { found, release: timeZoneRelease }, level: 'warning', logicalId });
        }
      }
    }
  },
});
