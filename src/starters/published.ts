/** Whether this version of synth is in npm's registry. Set it with the date in CHANGELOG.md; `npm publish` checks both. */
export const isPublished: boolean = false;
