import type { CommandWords, OptionWords } from './words.ts';

/** The completion for fish. */
export const fish = (commands: readonly CommandWords[]): string => {
  const names = commands.map(({ name }) => name).join(' ');
  const none = `not __fish_seen_subcommand_from ${names}`;
  const lines = commands.flatMap((command) => [
    `complete -c synth -n ${quoted(none)} -a ${command.name} -d ${quoted(command.description)}`,
    ...(command.values.length === 0
      ? []
      : [`complete -c synth -n ${quoted(seen(command))} -f -a ${quoted(command.values.join(' '))}`]),
    ...command.options.map((option) => optionLine(seen(command), option)),
  ]);
  return `# Completion of synth for fish. Once: synth completion fish > ~/.config/fish/completions/synth.fish
${lines.join('\n')}
`;
};

const seen = ({ name }: CommandWords): string => `__fish_seen_subcommand_from ${name}`;

const optionLine = (condition: string, { flags, description, takesValue, values }: OptionWords): string => {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = !takesValue ? '' : values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : ' -r';
  return `complete -c synth -n ${quoted(condition)} ${names.join(' ')}${value} -d ${quoted(description)}`;
};

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
