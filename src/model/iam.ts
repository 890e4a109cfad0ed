import type { JsonMap } from './tree.ts';

/** The trust policy that lets AWS services take a role. */
export const assumeRolePolicy = (...services: string[]): JsonMap => ({
  Version: '2012-10-17',
  Statement: [{ Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: services } }],
});
