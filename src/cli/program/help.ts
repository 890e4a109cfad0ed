import type { Command } from 'commander';
import { unknownCommand } from '../mistakes.ts';

export const addHelp = (program: Command): void => {
  program
    .command('help')
    .description('print the help of a command')
    .argument('[COMMAND]', 'the command; without it what all of them have in common')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
      if (command === undefined) throw unknownCommand(name!, program);
      command.outputHelp();
    });
};
