/** The parts of a config of `AWS::CloudFormation::Init`, and what each entry of them takes, if it is a map. */
export const initParts: Readonly<Record<string, readonly string[] | undefined>> = {
  commands: ['command', 'cwd', 'env', 'ignoreErrors', 'test', 'waitAfterCompletion'],
  files: ['authentication', 'content', 'context', 'encoding', 'group', 'mode', 'owner', 'source'],
  groups: ['gid'],
  packages: undefined,
  services: undefined,
  sources: undefined,
  users: ['groups', 'homeDir', 'uid'],
};

/** What can install packages, and what can run services. */
export const initTools: Readonly<Record<string, readonly string[]>> = {
  packages: ['apt', 'dnf', 'msi', 'python', 'rpm', 'rubygems', 'yum', 'zypper'],
  services: ['systemd', 'sysvinit', 'windows'],
};

/** What a service takes. */
export const serviceKeys = ['commands', 'enabled', 'ensureRunning', 'files', 'packages', 'sources'];
