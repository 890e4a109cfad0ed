import type { CodeDocs } from '../model/code-doc.ts';
// These declare the messages.
import './build-properties.ts';
import './contents.ts';
import './limits.ts';
import './pack.ts';
import './steps.ts';

/** What is documented of the codes of this folder. */
export const buildCodes: CodeDocs = {
  'build-method-unknown': {
    title: 'Build method that synth does not have',
    why: '`Metadata.BuildMethod` says how the code of a function or layer is built. synth has no tool for this one, so it would package the sources instead.',
    cure: 'Correct the name, or run `sam build` and then `synth build .aws-sam/build/template.yaml`, which packages what it made. `--no-build` packages the sources.',
    source:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/building-custom-runtimes.html',
    example: { none: 'Only `synth build` builds.' },
  },
  'build-property': {
    title: 'Build property that cannot be used',
    why: '`Metadata.BuildProperties` is a map, and each option of esbuild in it has its own type. An option that is not passed on would silently change the build, so a wrong type is an error and an unknown name a warning.',
    cure: 'Write the value as the message says, or correct the name.',
    source:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html',
    example: { none: 'Only `synth build` builds.' },
  },
  'build-step-failed': {
    title: 'Code that cannot be built',
    why: 'The tool that builds the code is not installed, or it ended with an error. Nothing was packaged, and an earlier output stays as it was.',
    cure: 'Read what the tool said, which the message repeats. A tool that is missing has to be installed; synth installs none.',
    source:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build.html',
    example: { none: 'Only `synth build` builds.' },
  },
  'archive-too-large': {
    title: 'More files or bytes than an archive can hold',
    why: 'A ZIP archive holds 65,535 files and 4 GB; what is beyond needs an extension that Lambda and others do not read reliably.',
    cure: 'Leave out what the code does not need with a `.synthignore`, or name a folder further down.',
    source: 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT',
    example: { none: 'It takes a folder with more than 65,535 files.' },
  },
  'package-too-large': {
    title: 'Code larger than Lambda takes',
    why: 'The code of a function and all its layers may have 250 MB together after unpacking.',
    cure: 'Leave out what the code does not need with a `.synthignore`, bundle it, or make the function from an image, which may have 10 GB.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    example: { none: 'It takes 250 MB of code.' },
  },
  'file-changed': {
    title: 'File that changed while it was packaged',
    why: 'The template names an archive by a digest of its contents. Another content under that name would later be taken for the right one.',
    cure: 'Build again when nothing writes to the folder: a compiler in watch mode, say.',
    source: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html',
    example: { none: 'It takes a program that writes to the folder meanwhile.' },
  },
};
