/** Of the whole command, and of `synth expand`, which is the one without a name. */
export const examples = `
Examples:
  synth                                            the template of this folder, as JSON on stdout
  synth template.yaml --region eu-central-1 -o build/template.yaml
  synth template.yaml --parameter Stage=prod --parameter Alarms=on
  synth services/*/template.yaml --out-dir build   each one, under build/services/…
  cat template.yaml | synth - | jq .Resources

Exit codes: 0 done, 1 a template has errors, 2 the command was called wrongly or a file could not be read or written.
`;
