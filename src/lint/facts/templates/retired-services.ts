/** What AWS does with a service that it retires. */
export interface Retirement {
  /** `ended`: its resources can no longer be created. `ending`: its end has been announced. */
  readonly state: 'ended' | 'ending';
  /** The day of the end, as `YYYY-MM-DD`. */
  readonly day: string;
}

const ended = (day: string): Retirement => ({ state: 'ended', day });
const ending = (day: string): Retirement => ({ state: 'ending', day });

/**
 * By namespace. Sources: https://docs.aws.amazon.com/general/latest/gr/full_shutdown_services.html and
 * https://docs.aws.amazon.com/general/latest/gr/sunset_services.html. Days that AWS announced, in the notices at the top of
 * the guides and API references; a service counts as ended only where its own documentation says so of a day that has passed.
 */
const retirements: ReadonlyMap<string, Retirement> = new Map([
  ['AWS::AppMesh', ending('2026-09-30')],
  ['AWS::CodeStar', ending('2024-07-31')],
  ['AWS::Evidently', ended('2025-10-17')],
  ['AWS::Inspector', ending('2026-05-20')],
  ['AWS::IoTAnalytics', ended('2025-12-15')],
  ['AWS::IoTEvents', ending('2026-05-20')],
  ['AWS::IoTFleetHub', ending('2025-10-18')],
  ['AWS::KinesisAnalytics', ending('2026-01-27')],
  ['AWS::LookoutMetrics', ended('2025-10-09')],
  ['AWS::LookoutVision', ended('2025-10-31')],
  ['AWS::MediaStore', ending('2025-11-13')],
  ['AWS::OpsWorks', ended('2024-05-26')],
  ['AWS::OpsWorksCM', ending('2024-05-05')],
  ['AWS::Panorama', ending('2026-05-31')],
  ['AWS::Pinpoint', ending('2026-10-30')],
  ['AWS::PinpointEmail', ending('2026-10-30')],
  ['AWS::Proton', ending('2026-10-07')],
  ['AWS::QLDB', ended('2025-07-31')],
  ['AWS::RoboMaker', ended('2025-09-10')],
  ['AWS::SimSpaceWeaver', ending('2026-05-20')],
  ['AWS::VoiceID', ending('2026-05-20')],
  ['AWS::WAF', ending('2025-09-30')],
  ['AWS::WAFRegional', ending('2025-09-30')],
]);

/** What is known of the service of a resource type; undefined where AWS has not retired it. */
export const retirementOf = (type: string): Retirement | undefined => retirements.get(namespaceOf(type));

/** What stands before the second `::`. */
const namespaceOf = (type: string): string => {
  const first = type.indexOf('::');
  const end = first < 0 ? -1 : type.indexOf('::', first + 2);
  return end < 0 ? type : type.slice(0, end);
};
