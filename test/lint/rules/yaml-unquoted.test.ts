import { yamlUnquoted } from '../../../src/lint/rules/yaml-unquoted.ts';
import { marked } from '../marked.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const variables = (text: string) => samFunction(`Environment: {Variables: {${text}}}`);

tester.run(yamlUnquoted, {
  valid: [
    variables("A: '012345670123', B: 0, C: 0.5, D: 0189, E: 'yes', F: true, G: '12:30:00', H: 07"),
    // A property that takes a truth value may have any word for it.
    'Resources: {Key: {Type: AWS::ApiGateway::ApiKey, Properties: {Enabled: yes}}}',
    'Parameters: {Flag: {Type: String, Default: "no", NoEcho: yes}}\nResources: {Topic: {Type: AWS::SNS::Topic}}',
    'Transform: AWS::LanguageExtensions\nResources: {Topic: {Type: AWS::SNS::Topic, Metadata: {Count: {Fn::Length: [a, b]}}}}',
    '{"Mappings": {"A": {"b": {"c": 10, "true": true}}}, "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}',
  ],
  invalid: [
    marked(
      variables('A: ‹012345670123›'),
      { messageId: 'octal', data: { value: '1402433619' } },
      { output: variables("A: '012345670123'") },
    ),
    marked(variables('A: ‹12:30:00›, B: ‹off›'), ['sexagesimal', { messageId: 'word', data: { value: 'false' } }], {
      output: variables("A: '12:30:00', B: 'off'"),
    }),
    marked('Mappings: {Flags: {‹yes›: {value: ‹no›}}}\nResources: {Topic: {Type: AWS::SNS::Topic}}', ['key', 'word'], {
      output: "Mappings: {Flags: {'yes': {value: 'no'}}}\nResources: {Topic: {Type: AWS::SNS::Topic}}",
    }),
    marked(
      'Parameters: {Flag: {Type: String, Default: ‹on›, AllowedValues: [‹on›, ‹off›]}}\nResources: {Topic: {Type: AWS::SNS::Topic}}',
      'word',
      {
        output:
          "Parameters: {Flag: {Type: String, Default: 'on', AllowedValues: ['on', 'off']}}\nResources: {Topic: {Type: AWS::SNS::Topic}}",
      },
    ),
    marked('Resources: {Bucket: {Type: AWS::S3::Bucket, Properties: {Tags: [{Key: a, Value: ‹Yes›}]}}}', 'word', {
      output: "Resources: {Bucket: {Type: AWS::S3::Bucket, Properties: {Tags: [{Key: a, Value: 'Yes'}]}}}",
    }),
    marked('Resources: {Setting: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: ‹yes›}}}', 'word', {
      output: "Resources: {Setting: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: 'yes'}}}",
    }),
    marked(
      'Resources: {Site: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Restrictions: {GeoRestriction: {Locations: [SE, ‹NO›]}}}}}}',
      { messageId: 'word', data: { spelt: 'NO' } },
      {
        output:
          "Resources: {Site: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Restrictions: {GeoRestriction: {Locations: [SE, 'NO']}}}}}}",
      },
    ),
  ],
});
