import type { DeployCommands } from '../../build/commands.ts';
import type { ListedFile, Manifest } from '../../build/manifest.ts';
import type { PlannedFile } from '../../build/plan.ts';
import type { StackChange } from '../../build/stack-changes.ts';
import type { Tie } from '../../build/ties.ts';
import type { Artifact } from '../../model/artifact.ts';
import type { Listing } from '../../model/reader.ts';
import { columns } from '../../report/explain/columns.ts';
import { printable } from '../../report/printable.ts';
import { sizeText } from '../../report/size.ts';

/** What an output holds, what it is tied to, and how it is deployed. */
export const builtText = (manifest: Manifest, folder: string, commands: DeployCommands): string => {
  const { stack, files, ties, needs, template } = manifest;
  const rows = files.map((file) => [
    sizeText(file.bytes),
    file.unpacked === undefined || file.made === 'image' ? '' : `${sizeText(file.unpacked)} unpacked`,
    printable(file.path),
    printable(namesOf(file.users)),
  ]);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return [
    `${printable(folder)}: stack ${stack.name}, ${template} and ${count} for it, ${sizeText(bytes)}\n`,
    columns(rows),
    ...ties.map((tie) => `${printable(tieText(tie))}\n`),
    'Deploy it with the CDK CLI\n',
    `  ${printable(commands.cdk)}\n`,
    'or with the AWS CLI\n',
    ...commands.aws.map((line) => `  ${printable(line)}\n`),
    ...needs.map((name) => `${printable(needText(name, stack.name))}\n`),
  ].join('');
};

const needText = (parameter: string, stack: string): string =>
  `The first deployment has to give '${parameter}' a value: --parameters ${stack}:${parameter}=… for the CDK CLI, --parameter-overrides ${parameter}=… for the AWS CLI.`;

const namesOf = (users: ListedFile['users']): string =>
  users
    .map(
      ({ template, resource, property }) =>
        `${template ? `${template} ` : ''}${resource === '' ? '' : `${resource}.`}${property}`,
    )
    .join(', ');

/** What is fixed in an output because of a value. */
export const tieText = ({ name, value, places }: Tie): string => {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  if (name === 'AWS::Partition') return `Made for regions of the partition '${value}'.`;
  const [first, ...rest] = places;
  if (first === undefined) return `Made for ${name} '${shown}'; the template cannot be expanded for another value.`;
  const more = rest.length === 0 ? '' : ` and ${rest.length} more`;
  return `Made for ${name} '${shown}', which decides on ${first}${more}; build again for another value.`;
};

/** What would be packaged, and why. */
export const plannedText = (
  stack: string,
  files: readonly PlannedFile[],
  list: (file: PlannedFile) => Listing | undefined,
): string => {
  const parts = files.map((file) => plannedFileText(file, list(file)));
  return [`Stack ${stack} needs ${files.length === 1 ? '1 file' : `${files.length} files`} in S3\n`, ...parts].join(
    '\n',
  );
};

const plannedFileText = ({ name, path, made, users }: PlannedFile, listing: Listing | undefined): string => {
  const why = users.map(userText).join(', ');
  const head = `${printable(`${path} (${kinds[made]}) for ${why}`)}\n  as ${name}\n`;
  if (listing === undefined) return head;
  const { entries, leftOut } = listing;
  const taken = entries.map((entry) => [
    printable(entry.path),
    sizeText(entry.size),
    entry.kind === 'file' ? '' : entry.kind,
  ]);
  const left = leftOut.map((each) => [
    printable(each.path),
    '',
    `left out ${each.by === 'by default' ? each.by : `by ${each.by}`}`,
  ]);
  return head + columns([...taken, ...left]);
};

const kinds = { archive: 'archive', file: 'file', template: 'expanded template', image: 'image' } as const;

const userText = ({ template, logicalId, property, at }: Artifact): string => {
  const line = at?.source.text.slice(0, at.start).split('\n').length;
  const where = template === undefined ? '' : ` in ${template}`;
  return `${logicalId === '' ? '' : `${logicalId}.`}${property}${where}${line === undefined ? '' : `, line ${line}`}`;
};

/** In what an output differs from what a build would make, and which settings it was built with instead. */
export const outdatedText = (folder: string, changes: readonly string[], settings: readonly StackChange[]): string => {
  const others =
    settings.length === 0 ? '' : ` It was built with other settings: ${settings.map(settingText).join('; ')}.`;
  return `${printable(`${folder} is out of date: ${changes.join(', ')}.${others} Run synth build.`)}\n`;
};

const settingText = ({ setting, was, now }: StackChange): string => {
  const quoted = (value: string | undefined) => (value === undefined ? 'not given' : `'${value}'`);
  return `${setting} was ${quoted(was)} and is now ${quoted(now)}`;
};
