import { ssmDocument } from '../../../src/lint/rules/ssm-document.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const document = (properties: string) => `Parameters: {Kind: {Type: String}}
Conditions: {Own: !Equals [!Ref Kind, own]}
Resources:
  Restart: {Type: AWS::SSM::Document, Properties: {${properties}}}
`;
const step = "{action: 'aws:runShellScript', name: a, inputs: {runCommand: [ls]}}";

tester.run(ssmDocument, {
  valid: [
    document(`Content: {schemaVersion: '2.2', parameters: {a: {type: String}}, mainSteps: [${step}]}`),
    document(
      `DocumentType: Automation, Content: {schemaVersion: '0.3', parameters: {a: {type: 'AWS::EC2::Image::Id'}}, mainSteps: [${step}]}`,
    ),
    document("DocumentType: Session, Content: {schemaVersion: '1.0', sessionType: Standard_Stream, inputs: {}}"),
    document('DocumentType: ApplicationConfiguration, Content: {any: 1}'),
    document('DocumentType: !Ref Kind, Content: {any: 1}'),
    document("DocumentFormat: YAML, Content: 'schemaVersion: 2.2'"),
    document(`Content: '{"schemaVersion": "2.2", "mainSteps": [{"action": "aws:runShellScript", "name": "a"}]}'`),
    document("Content: {schemaVersion: '1.2', runtimeConfig: {}}"),
  ],
  invalid: [
    marked(document(`Content: {schemaVersion: ‹'2.1'›, mainSteps: [${step}]}`), {
      messageId: 'version',
      data: { type: 'Command', allowed: '1.2 or 2.0 or 2.2', found: '2.1' },
    }),
    marked(document(`DocumentType: Automation, Content: {schemaVersion: ‹'2.2'›, mainSteps: [${step}]}`), 'version'),
    marked(document(`Content: ‹{mainSteps: [${step}]}›`), {
      messageId: 'missing',
      data: { where: 'The document', name: 'schemaVersion' },
    }),
    marked(document("Content: ‹{schemaVersion: '2.2'}›"), { messageId: 'missing', data: { name: 'mainSteps' } }),
    marked(document("Content: {schemaVersion: '2.2', mainSteps: ‹{}›}"), 'steps'),
    marked(document("Content: {schemaVersion: '2.2', mainSteps: [‹{name: a}›]}"), {
      messageId: 'missing',
      data: { where: 'The step', name: 'action' },
    }),
    marked(document(`Content: {schemaVersion: '2.2', parameters: {a: {type: ‹Strng›}}, mainSteps: [${step}]}`), {
      messageId: 'parameter',
      data: { found: 'Strng', near: " Did you mean 'String'?" },
    }),
    marked(document(`Content: {schemaVersion: '2.2', ‹mainStep›: [], mainSteps: [${step}]}`), {
      messageId: 'key',
      level: 'warning',
      data: { near: " Did you mean 'mainSteps'?" },
    }),
    marked(document('Content: \'{"schemaVersion": ‹}›\''), 'json'),
    marked(
      document(`Content: !If [Own, {schemaVersion: ‹'9'›}, {schemaVersion: '2.2', mainSteps: [${step}]}]`),
      'version',
    ),
  ],
});
