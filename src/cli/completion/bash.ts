import { type CommandWords, flagsOf } from './words.ts';

/** The completion for bash. */
export const bash = (commands: readonly CommandWords[]): string => {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.takesValue)
      .flatMap((option) => option.flags.map((flag) => ({ case: `'${name} ${flag}'`, values: option.values }))),
  );
  const cases = values.map((each) =>
    each.values.length === 0
      ? `    ${each.case}) COMPREPLY=($(compgen -f -- "$cur")); return ;;`
      : `    ${each.case}) COMPREPLY=($(compgen -W '${each.values.join(' ')}' -- "$cur")); return ;;`,
  );
  const flags = commands.map(
    (command) => `      ${command.name}) COMPREPLY=($(compgen -W '${flagsOf(command).join(' ')}' -- "$cur")) ;;`,
  );
  const first = commands
    .filter((command) => command.values.length > 0)
    .map((command) => `    ${command.name}) COMPREPLY=($(compgen -W '${command.values.join(' ')}' -- "$cur")) ;;`);
  return `# Completion of synth for bash. In ~/.bashrc: source <(synth completion bash)
_synth() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${names.join(' | ')}) command=$word; break ;;
    esac
  done
  case "\${command:-expand} $prev" in
${cases.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case \${command:-expand} in
${flags.join('\n')}
    esac
    return
  fi
  case $command in
    '') COMPREPLY=($(compgen -W '${names.join(' ')}' -- "$cur") $(compgen -f -- "$cur")) ;;
${first.join('\n')}
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _synth synth
`;
};
