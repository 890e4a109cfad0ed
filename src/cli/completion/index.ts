import type { Command } from 'commander';
import { startersIn } from '../../starters/starter.ts';
import { bundledSources } from '../starters/sources.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import { wordsOf } from './words.ts';
import { zsh } from './zsh.ts';

const scripts = { bash, zsh, fish, powershell };

/** A shell that there is a completion for. */
export type Shell = keyof typeof scripts;

/** The script that teaches a shell the commands, their options and the values that are known. */
export const completionFor = (shell: Shell, program: Command): string =>
  scripts[shell](
    wordsOf(program, {
      completion: Object.keys(scripts),
      init: startersIn(bundledSources()).map(({ id }) => id),
    }),
  );
