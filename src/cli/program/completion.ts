import { Argument, type Command } from 'commander';
import type { Shell } from '../completion/index.ts';
import { writeOut } from '../streams.ts';
import { type ExitCode, exitCode } from '../usage.ts';

const completionExamples = `
Examples:
  source <(synth completion bash)                  in ~/.bashrc
  source <(synth completion zsh)                   in ~/.zshrc, after compinit
  synth completion fish > ~/.config/fish/completions/synth.fish
  synth completion powershell | Out-String | Invoke-Expression    in $PROFILE
`;

export const addCompletion = (program: Command, finish: (code: ExitCode) => void): void => {
  program
    .command('completion')
    .description('print a script that teaches a shell to complete commands and options')
    .addArgument(new Argument('<SHELL>', 'the shell').choices(['bash', 'zsh', 'fish', 'powershell']))
    .addHelpText('after', completionExamples)
    .action(async (shell: Shell) => {
      const { completionFor } = await import('../completion/index.ts');
      await writeOut(completionFor(shell, program));
      finish(exitCode.done);
    });
};
