import type { Problem } from '../model/problem.ts';
import { jsonText } from './json-text.ts';

/** Problems as JSON for programs: `{"problems": […]}`, lines and columns from 1. */
export const toJson = (problems: readonly Problem[]): string => jsonText({ problems });
