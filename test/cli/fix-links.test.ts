import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const text = `Resources:
  Cluster: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql}}
  Login:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: a, TargetId: !Ref Cluster, TargetType: AWS::RDS::DBInstance}
`;

/** A project with a link that leads out of it, and what it leads to. */
const linked = () => {
  const project = folderWith({ 'own.yaml': text });
  const target = join(folderWith({ 'target.yaml': text }), 'target.yaml');
  symlinkSync(target, join(project, 'template.yaml'));
  return { project, target };
};

it('a template that was found through a link out of the project is not changed', () => {
  const { project, target } = linked();
  const { err, code } = synth(project, ['lint', '.', '--fix-unsafe']);
  expect(err).toContain("'template.yaml' leads out of the folder '.'");
  expect(code).toBe(2);
  expect(readFileSync(target, 'utf8')).toBe(text);
  expect(readFileSync(join(project, 'own.yaml'), 'utf8')).toContain('TargetType: AWS::RDS::DBCluster');
});

it('one that is named is', () => {
  const { project, target } = linked();
  synth(project, ['lint', 'template.yaml', '--fix-unsafe']);
  expect(readFileSync(target, 'utf8')).toContain('TargetType: AWS::RDS::DBCluster');
});
