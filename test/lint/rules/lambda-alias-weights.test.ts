import { lambdaAliasWeights } from '../../../src/lint/rules/lambda-alias-weights.ts';
import { tester } from '../tester.ts';

const alias = (version: string, weights: string) => `Resources:
  Live:
    Type: AWS::Lambda::Alias
    Properties:
      FunctionVersion: ${version}
      RoutingConfig:
        AdditionalVersionWeights: [${weights}]
`;

tester.run(lambdaAliasWeights, {
  valid: [
    alias('!GetAtt V1.Version', '{FunctionVersion: !GetAtt V2.Version, FunctionWeight: 0.1}'),
    alias('2', '{FunctionVersion: 1, FunctionWeight: 1}'),
    alias('$LATEST', ''),
    'Resources: {Live: {Type: AWS::Lambda::Alias, Properties: {FunctionVersion: $LATEST}}}',
  ],
  invalid: [
    {
      template: alias('2', '{FunctionVersion: "2", FunctionWeight: 10}, {FunctionVersion: 1, FunctionWeight: 0}'),
      problems: [
        { messageId: 'many', line: 7, column: 9, data: { count: 2 } },
        { messageId: 'same', line: 7, column: 54 },
        { messageId: 'weight', line: 7, column: 75, data: { value: 10 } },
      ],
    },
    {
      template: alias('$LATEST', '{FunctionVersion: !GetAtt V1.Version, FunctionWeight: !Ref Share}'),
      problems: [{ messageId: 'latest', line: 5, column: 24 }],
    },
    {
      template: alias('!GetAtt V1.Version', '{FunctionVersion: !GetAtt V1.Version, FunctionWeight: -0.1}'),
      problems: [
        { messageId: 'same', line: 7, column: 54 },
        { messageId: 'weight', line: 7, column: 90 },
      ],
    },
  ],
});
