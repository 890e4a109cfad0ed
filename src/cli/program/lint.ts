import { type Command, Option } from 'commander';
import type { LintFlags } from '../commands/lint.ts';
import type { ExitCode } from '../usage.ts';
import {
  addFileOptions,
  addSettingsOptions,
  addWatch,
  collect,
  parameterText,
  settingsOf,
  templates,
  usualFiles,
  watched,
} from './options.ts';

/** As `lint/config.ts` has them, which only `synth lint` loads. */
const presets = ['recommended', 'strict', 'errors'];

const lintExamples = `
Examples:
  synth lint                                       the template of this folder
  synth lint services/*/template.yaml --max-warnings 0
  synth lint --format sarif template.yaml > synth.sarif
  synth lint --fix template.yaml                   apply safe fixes, keep comments and layout
  synth lint --fix-unsafe --fix-dry-run            show what all fixes would change
  synth lint --explain lambda-timeout-range

Exit codes: 0 nothing of level error (nor too many warnings), 1 findings, 2 called wrongly or a file could not be read.
`;

export const addLint = (program: Command, finish: (code: ExitCode) => void): void => {
  const command = program
    .command('lint')
    .description('check templates against the documented limits, as written and as they expand')
    .argument('[FILE...]', `${templates}; without one ${usualFiles}`)
    .addOption(
      new Option('--format <FORMAT>', 'how to report')
        .choices(['text', 'json', 'sarif', 'github', 'gitlab', 'junit'])
        .default('text'),
    )
    .option('--rule <ID>', 'only this rule; may be repeated', collect)
    .option('--max-warnings <NUMBER>', 'more warnings than this are a failure')
    .option('--quiet', 'report errors only')
    .option('--fix', 'apply safe fixes to the files')
    .option('--fix-unsafe', 'apply unsafe fixes too: look at what they decide')
    .option('--fix-dry-run', 'show as a diff what --fix (or, given too, --fix-unsafe) would change')
    .option('--info', 'show findings of level info one by one, not only how many there are')
    .addOption(
      new Option('--preset <PRESET>', 'which codes are on, in place of that of the configuration').choices(presets),
    )
    .option('--date <YYYY-MM-DD>', 'the day to check for (default: today)')
    .option('--stage <NAME>', 'the stage of a compact spec (default: its base and all its stages)')
    .option('--region <REGION>', 'the region the template is for (default: us-east-1)')
    .option('--parameter <KEY=VALUE>', parameterText, collect)
    .option('--parameters <FILE>', 'values of parameters as JSON, in the shapes that the AWS CLI takes')
    .option(
      '--application <ID=URL>',
      'the template of a repository application, ID@VERSION too; may be repeated',
      collect,
    )
    .option('--include-outside', "let 'AWS::Include' and 'DefinitionUri' read files outside the folder of the template")
    .option('--budget', 'show what the template uses of the documented limits, and what each resource costs')
    .option('--list-rules', 'list all codes that a finding can have, rules and others')
    .option('--explain <CODE>', 'explain a code: what it means, why, and an example')
    .addHelpText('after', lintExamples)
    .action(async (paths: string[], flags: LintFlags & { budget?: true; listRules?: true; explain?: string }) => {
      if (flags.showSettings) {
        finish(await settingsOf('lint', paths, flags));
        return;
      }
      const { runBudget, runLint, listRules, explainRule } = await import('../linting.ts');
      if (flags.listRules) finish(await listRules(flags));
      else if (flags.explain !== undefined) finish(await explainRule(flags.explain, flags));
      else if (flags.budget) finish(await runBudget(paths, flags));
      else finish(await watched(paths, flags, [], () => runLint(paths, flags)));
    });
  addWatch(addSettingsOptions(addFileOptions(command)));
};
