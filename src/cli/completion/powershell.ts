import { type CommandWords, flagsOf } from './words.ts';

/** The completion for PowerShell. */
export const powershell = (commands: readonly CommandWords[]): string => {
  const flags = commands.map((command) => `    ${quoted(command.name)} = ${list(flagsOf(command))}`);
  const values = commands.flatMap((command) => [
    ...(command.values.length > 0 ? [`    ${quoted(command.name)} = ${list(command.values)}`] : []),
    ...command.options.flatMap((option) =>
      option.values.length === 0
        ? []
        : option.flags.map((flag) => `    ${quoted(`${command.name} ${flag}`)} = ${list(option.values)}`),
    ),
  ]);
  return `# Completion of synth for PowerShell. In $PROFILE: synth completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName synth -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $flags = @{
${flags.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() } | Select-Object -Skip 1)
  $before = @($words | Where-Object { $_ -ne $wordToComplete })
  $command = $before | Where-Object { $flags.ContainsKey($_) } | Select-Object -First 1
  $of = if ($command) { $command } else { 'expand' }
  $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $found = if ($values.ContainsKey("$of $last")) { $values["$of $last"] }
    elseif ($wordToComplete.StartsWith('-')) { $flags[$of] }
    elseif (-not $command) { $flags.Keys | Sort-Object }
    else { $values[$of] }
  $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
};

const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
