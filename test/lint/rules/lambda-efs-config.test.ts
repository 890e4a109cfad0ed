import { lambdaEfsConfig } from '../../../src/lint/rules/lambda-efs-config.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const config = (arn: string, path = '/mnt/data') => `FileSystemConfigs: [{Arn: ${arn}, LocalMountPath: ${path}}]`;
const files = (attributes: string) => `Resources:
  Fn:
    Type: AWS::Serverless::Function
${attributes}    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: nodejs22.x
      VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}
      FileSystemConfigs:
        - Arn: !GetAtt Point.Arn
          LocalMountPath: /mnt/data
  System: {Type: AWS::EFS::FileSystem}
  Point: {Type: AWS::EFS::AccessPoint, Properties: {FileSystemId: !Ref System}}
  Mount: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref System}}
  Queue: {Type: AWS::SQS::Queue}
`;

tester.run(lambdaEfsConfig, {
  valid: [
    lambda(config('"arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/fsap-1"')),
    lambda(config('"arn:aws:s3files:us-east-1:111122223333:file-system/fs-1/access-point/fsap-1"')),
    lambda(config('!Ref Point', '!Ref Path')),
    files('    DependsOn: Mount\n'),
    files('    DependsOn: [Queue]\n').replace('Queue}', 'Queue, DependsOn: Mount}'),
  ],
  invalid: [
    {
      template: lambda(config('fs-12345678', '/data')),
      problems: [
        { messageId: 'path', line: 4, column: 73, data: { value: '/data' } },
        { messageId: 'arn', line: 4, column: 44, data: { found: "the id 'fs-12345678'" } },
      ],
    },
    {
      template: lambda(
        'FileSystemConfigs: [{Arn: !GetAtt System.Arn, LocalMountPath: /mnt/a}, {Arn: !Ref Point, LocalMountPath: /mnt/b}]',
        '  System: {Type: AWS::EFS::FileSystem}\n  Point: {Type: AWS::EFS::AccessPoint}\n',
      ),
      problems: [
        { messageId: 'many', line: 4, column: 18, data: { count: 2 } },
        { messageId: 'arn', line: 4, column: 44, data: { found: "the file system 'System'" } },
        { messageId: 'arn', line: 4, column: 95, data: { found: "the id of 'Point'" } },
      ],
    },
    {
      template: lambda(config('"arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1"')),
      problems: [{ messageId: 'arn', line: 4, column: 44, data: { found: "'file-system/fs-1'" } }],
    },
    {
      template: files(''),
      problems: [{ messageId: 'wait', line: 10, column: 16, data: { target: 'Mount' } }],
      output: files('    DependsOn: Mount\n'),
    },
    {
      template: files('    DependsOn:\n      - Queue # first\n'),
      problems: [{ messageId: 'wait', line: 12, column: 16 }],
      output: files('    DependsOn:\n      - Mount\n      - Queue # first\n'),
    },
    {
      template: files('    DependsOn: "Queue"\n'),
      problems: [{ messageId: 'wait', line: 11, column: 16 }],
      output: files('    DependsOn: ["Queue", "Mount"]\n'),
    },
  ],
});
