/** What CodeDeploy calls a hook with. */
export interface HookEvent {
  readonly DeploymentId: string;
  readonly LifecycleEventHookExecutionId: string;
}

/** What the function under test answers. */
export interface Answer {
  readonly statusCode?: number;
  readonly body?: string;
}

export type Verdict = 'Succeeded' | 'Failed';

/** Calls the new version and tells CodeDeploy whether the deployment may go on. */
export const checkGreet =
  (call: (event: object) => Promise<Answer>, report: (event: HookEvent, verdict: Verdict) => Promise<void>) =>
  async (event: HookEvent): Promise<void> => {
    let verdict: Verdict = 'Failed';
    try {
      const { statusCode, body = '' } = await call({ pathParameters: { name: 'test' } });
      if (statusCode === 200 && JSON.parse(body).greeting === 'Hello, test!') verdict = 'Succeeded';
      else console.error('unexpected answer', { statusCode, body });
    } catch (error) {
      console.error('the new version cannot be called', error);
    }
    await report(event, verdict);
  };
