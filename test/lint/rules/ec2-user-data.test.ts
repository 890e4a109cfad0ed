import { ec2UserData } from '../../../src/lint/rules/ec2-user-data.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const instance = (data: string) => `Parameters:
  Script: {Type: String}
Conditions:
  IsEmpty: !Equals [!Ref Script, '']
Resources:
  Server:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-0abcdef1234567890, UserData: ${data}}
`;
const template = (data: string) => `Resources:
  Server:
    Type: AWS::EC2::LaunchTemplate
    Properties: {LaunchTemplateData: {UserData: ${data}}}
`;

tester.run(ec2UserData, {
  valid: [
    instance('!Base64 "#!/bin/bash"'),
    instance("{'Fn::Base64': !Sub '#!/bin/bash ${Script}'}"),
    instance('IyEvYmluL2Jhc2gKZWNobyBoaQ=='),
    instance('!Ref Script'),
    instance('!ImportValue script'),
    instance("!Sub '${Script}'"),
    instance("!Join ['', [IyEv, !Ref Script]]"),
    instance("'${file(user-data)}'"),
    instance("'{{resolve:ssm:/shop/user-data}}'"),
    instance('!If [IsEmpty, !Ref AWS::NoValue, !Base64 "#!/bin/bash"]'),
    template('!Base64 "#!/bin/bash"'),
  ],
  invalid: [
    marked(instance("‹'#!/bin/bash'›"), { messageId: 'plain', level: 'error' }),
    marked(instance("‹!Sub '#!/bin/bash ${Script}'›"), 'plain'),
    marked(instance('‹!Join ["\\n", [\'#!/bin/bash\', !Ref Script]]›'), 'plain'),
    marked(instance("!If [IsEmpty, ‹'#cloud-config'›, !Base64 '#!/bin/bash']"), 'plain'),
    marked(template("‹'#!/bin/bash'›"), { messageId: 'plain', level: 'warning' }),
  ],
});
