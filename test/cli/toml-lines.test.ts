import { expect, it } from 'vitest';
import { TomlLines } from '../../src/cli/settings/toml-lines.ts';

const path = ['default', 'deploy', 'parameters', 'parameter_overrides', 'Size'];

it.each([
  ['[default.deploy.parameters]\nparameter_overrides = "Stage=x Size=1"', 2],
  ['[default.deploy.parameters]\nparameter_overrides = """\nStage=x \\\nMaxSize=3 \\\nSize=1"""', 5],
  ['[default.deploy.parameters]\nparameter_overrides = [\n  "Stage=x",\n  "ParameterKey=Size,ParameterValue=1",\n]', 4],
  ['[default.deploy.parameters.parameter_overrides]\nStage = "x"\nSize = 1', 3],
  ['[ default . "deploy" ]\nparameters.parameter_overrides = {Stage = "x", Size = 1}', 2],
  ['default.deploy.parameters.parameter_overrides.Size = 1', 1],
  ['[default]\ndeploy = {parameters = {parameter_overrides = "Size=1"}}', 2],
  [
    '[other.deploy.parameters]\nparameter_overrides = "Size=1"\n[default.deploy.parameters]\n\nparameter_overrides = "Size=2"\n[x]\ny = "Size=3"',
    5,
  ],
  ['[other.deploy.parameters]\nparameter_overrides = "Size=1"', undefined],
])('finds the line of a value: %j', (text, line) => {
  expect(new TomlLines(text).of(path)).toBe(line);
});
