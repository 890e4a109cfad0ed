import type { CommandWords, OptionWords } from './words.ts';

/** The completion for zsh. */
export const zsh = (commands: readonly CommandWords[]): string => `#compdef synth
# Completion of synth for zsh. In ~/.zshrc, after compinit: source <(synth completion zsh)
_synth() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
  )
  local command=expand word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if (( \${commands[(I)\${word}:*]} )); then command=$word; break; fi
  done
  if [[ CURRENT -eq 2 && $words[2] != -* ]]; then
    _describe -t commands command commands
  fi
  case $command in
${commands.map(caseOf).join('\n')}
  esac
}
compdef _synth synth
`;

const caseOf = ({ name, options, values }: CommandWords): string => {
  const argument = values.length > 0 ? quoted(`*:argument:(${values.join(' ')})`) : quoted('*:file:_files');
  const specs = [...options.flatMap(specsOf), argument];
  return `    ${name}) _arguments ${specs.join(' ')} ;;`;
};

/** As `_arguments` takes them: what means something to it stands behind a \\. */
const specsOf = ({ flags, description, takesValue, values }: OptionWords): string[] => {
  const text = description.replace(/[[\]:\\]/g, '\\$&');
  const value = !takesValue ? '' : values.length > 0 ? `:value:(${values.join(' ')})` : ':value:_files';
  return flags.map((flag) => quoted(`*${flag}[${text}]${value}`));
};

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
