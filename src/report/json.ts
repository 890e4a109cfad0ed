import type { Problem } from '../model/problem.ts';

/** Problems as JSON for programs: `{"problems": […]}`, lines and columns from 1. */
export const toJson = (problems: readonly Problem[]): string => `${JSON.stringify({ problems }, undefined, 2)}\n`;
