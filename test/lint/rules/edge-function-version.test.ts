import { edgeFunctionVersion } from '../../../src/lint/rules/edge-function-version.ts';
import { distribution, edgeFunction } from '../edge.ts';
import { tester } from '../tester.ts';

const arn = 'arn:aws:lambda:us-east-1:111122223333:function:f';
const raw = `  Fn: {Type: AWS::Lambda::Function}
  V: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn}}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn, FunctionVersion: !GetAtt V.Version}}
`;

tester.run(edgeFunctionVersion, {
  valid: [
    distribution('!Ref Fn.Version', edgeFunction()),
    distribution('!Ref V', raw),
    distribution('!Sub "${Fn.Arn}:${V.Version}"', raw),
    distribution(`"${arn}:7"`, raw),
    distribution('!Ref EdgeArn', raw),
  ],
  invalid: [
    {
      template: distribution('!GetAtt Fn.Arn', edgeFunction()),
      problems: [{ messageId: 'unversioned', line: 8, column: 62, data: { found: "the function 'Fn'" } }],
    },
    {
      template: distribution('!If [C, !Ref Live, !GetAtt V.Version]', raw),
      problems: [
        { messageId: 'unversioned', line: 8, column: 70, data: { found: "the alias 'Live'" } },
        { messageId: 'unversioned', line: 8, column: 81, data: { found: 'only the number' } },
      ],
    },
    {
      template: distribution(`"${arn.replace('us-east', 'eu-west')}:$LATEST"`, raw),
      problems: [
        { messageId: 'unversioned', line: 8, column: 62, data: { found: '$LATEST' } },
        { messageId: 'region', line: 8, column: 62, level: 'warning', data: { region: 'eu-west-1' } },
      ],
    },
    {
      template: distribution('!Sub "${Fn.Arn}:live"', edgeFunction()),
      region: 'eu-central-1',
      problems: [
        { messageId: 'unversioned', line: 8, column: 62, data: { found: "the ARN of 'live'" } },
        { messageId: 'region', line: 8, column: 62, level: 'warning', data: { region: 'eu-central-1' } },
      ],
    },
    {
      template: distribution(`"${arn}"`, raw),
      problems: [{ messageId: 'unversioned', line: 8, column: 62, data: { found: 'an ARN without a version' } }],
    },
  ],
});
