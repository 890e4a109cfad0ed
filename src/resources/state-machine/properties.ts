import { boolean, listOf, literal, loose, map, mapOf, oneOf, strict, string } from '../../schema/property.ts';
import { s3LocationShape } from '../s3-location.ts';

const stringOrMap = oneOf(string, map);

/** The properties of `AWS::Serverless::StateMachine`. */
export const stateMachineProperties = {
  Definition: strict(map, 'The definition in the Amazon States Language.'),
  DefinitionUri: strict(oneOf(string, s3LocationShape), 'The definition: an S3 URI, an S3 location or a local path.'),
  DefinitionSubstitutions: strict(map, 'Values of the `${…}` in the definition.'),
  Name: strict(string, 'The name of the state machine.', { to: 'StateMachineName' }),
  Type: strict(string, 'STANDARD or EXPRESS.', { to: 'StateMachineType' }),
  Logging: strict(map, 'What is logged, and where.', { to: 'LoggingConfiguration' }),
  Tracing: strict(map, 'X-Ray tracing.', { to: 'TracingConfiguration' }),
  Role: strict(string, 'The ARN of an execution role; one is generated without it.'),
  RolePath: loose(string, 'The path of the generated role.'),
  Policies: strict(
    oneOf(string, map, listOf(stringOrMap)),
    'What the generated role may do: managed policies, statements, policy templates.',
  ),
  PermissionsBoundary: strict(string, 'The permissions boundary of generated roles.'),
  Events: strict(mapOf(map), 'What starts the state machine.'),
  Tags: strict(map, 'Tags of the state machine and its role.'),
  PropagateTags: strict(boolean, 'Gives the tags to generated resources too.', { early: true, globals: true }),
  AutoPublishAlias: loose(string, 'The alias that always points to the newest version.', { early: true }),
  DeploymentPreference: loose(map, 'How traffic shifts to a new version.'),
  UseAliasAsEventTarget: literal(boolean, 'Lets events start the alias in place of the state machine.'),
} as const;
