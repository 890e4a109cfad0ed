import { lambdaInlineDependencies } from '../../../src/lint/rules/lambda-inline-dependencies.ts';
import { tester } from '../tester.ts';

const code = (runtime: string, text: string, further = 'Timeout: 3') => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: ${runtime}
      ${further}
      Code:
        ZipFile: |
          ${text}
`;

tester.run(lambdaInlineDependencies, {
  valid: [
    code('nodejs22.x', "const fs = require('fs'); import { S3 } from '@aws-sdk/client-s3'; require('./own')"),
    code('python3.13', 'import os, json as j\n          from boto3.session import Session'),
    code('nodejs22.x', "require('express')", 'Layers: [arn:x]'),
    code('nodejs22.x', "// require('express')\n          /* const a = require('a') */ require('fs')"),
    code('python3.13', '# import requests\n          import urllib3'),
  ],
  invalid: [
    {
      template: code('nodejs22.x', "const u = 'https://a.b'; const e = require('express') // the server"),
      problems: [{ messageId: 'missing', line: 9, column: 55, data: { name: 'express' } }],
    },
    {
      template: code('nodejs22.x', "const e = require('express'); const sdk = require('aws-sdk')"),
      problems: [
        { messageId: 'missing', line: 9, column: 30, endColumn: 37, data: { name: 'express' } },
        { messageId: 'missing', line: 9, column: 62, data: { name: 'aws-sdk' } },
      ],
    },
    {
      template: code('python3.13', 'import requests.auth\n          from numpy import array'),
      problems: [
        { messageId: 'missing', line: 9, column: 18, endColumn: 26, data: { name: 'requests' } },
        { messageId: 'missing', line: 10, column: 16, data: { name: 'numpy' } },
      ],
    },
    {
      // What is only known at the deployment does not hide the rest.
      template: code(
        'python3.13',
        'from im import x, y\n          import os, im2 as z\n          t = "${Table}"',
      ).replace('ZipFile: |', 'ZipFile: !Sub |'),
      problems: [
        { messageId: 'missing', line: 9, column: 16, data: { name: 'im' } },
        { messageId: 'missing', line: 10, column: 22, data: { name: 'im2' } },
      ],
    },
  ],
});
