import { scheduleTimeZone } from '../../../src/lint/rules/schedule-time-zone.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const schedule = (zone: string) => `Parameters: {Zone: {Type: String}}
Resources:
  Nightly: {Type: AWS::Scheduler::Schedule, Properties: {ScheduleExpressionTimezone: ${zone}}}
`;
const scaled = (zone: string) => `Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {ScheduledActions: [{ScheduledActionName: a, Schedule: at(2030-01-01T00:00:00), Timezone: ${zone}}]}
`;

tester.run(scheduleTimeZone, {
  valid: ['Europe/Zurich', 'UTC', 'CET', 'Etc/GMT+9', 'US/Eastern', '!Ref Zone'].map(schedule),
  invalid: [
    marked(schedule('‹Europe/Zurch›'), { messageId: 'unknown', data: { near: " Did you mean 'Europe/Zurich'?" } }),
    marked(schedule('‹europe/zurich›'), { messageId: 'unknown', data: { near: " Did you mean 'Europe/Zurich'?" } }),
    marked(schedule('‹Zurich›'), { messageId: 'unknown', data: { near: " Did you mean 'Europe/Zurich'?" } }),
    marked(schedule('‹local time›'), { messageId: 'unknown', data: { near: '' } }),
    marked(schedule('‹Atlantic/Brand_New_Place›'), { messageId: 'newer', level: 'warning' }),
    marked(scaled('‹America/New York›'), 'unknown'),
  ],
});
