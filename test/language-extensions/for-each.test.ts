import { expect, test } from 'vitest';
import { extended, output } from './helpers.ts';

test('a loop repeats resources, in place and in order', () => {
  const { Resources, Transform } = output(`
Resources:
  First: {Type: A::B::C}
  Fn::ForEach::Topics:
    - Name
    - [Alpha, Beta]
    - Topic\${Name}:
        Type: AWS::SNS::Topic
        Properties: {TopicName: !Ref Name, DisplayName: 'for \${Name}', '\${Name}Key': 1}
  Last: {Type: A::B::C}
`);
  expect(Object.keys(Resources!)).toEqual(['First', 'TopicAlpha', 'TopicBeta', 'Last']);
  expect(Resources!['TopicBeta']).toEqual({
    Type: 'AWS::SNS::Topic',
    Properties: { TopicName: 'Beta', DisplayName: 'for Beta', BetaKey: 1 },
  });
  expect(Transform).toBeUndefined();
});

test('loops nest, over each other’s values too', () => {
  const { Resources } = output(`
Mappings: {Sizes: {Web: {Names: [S, L]}, Job: {Names: [M]}}}
Resources:
  Fn::ForEach::Kinds:
    - Kind
    - [Web, Job]
    - \${Kind}Base: {Type: A::B::C}
      Fn::ForEach::Sizes:
        - Size
        - !FindInMap [Sizes, !Ref Kind, Names]
        - \${Kind}\${Size}: {Type: A::B::C, DependsOn: !Sub '\${Kind}Base'}
`);
  expect(Object.keys(Resources!)).toEqual(['WebBase', 'WebS', 'WebL', 'JobBase', 'JobM']);
  expect(Resources!['JobM']).toEqual({ Type: 'A::B::C', DependsOn: 'JobBase' });
});

test('loops stand in conditions, outputs and properties', () => {
  const { Conditions, Outputs, Resources } = output(`
Conditions:
  Fn::ForEach::Flags: [F, [A, B], {'Is\${F}': !Equals [!Ref F, A]}]
Resources:
  R:
    Type: A::B::C
    Properties:
      Tags:
        Fn::ForEach::Tags: [T, [X, Y], {'\${T}': 'tag \${T}'}]
Outputs:
  Fn::ForEach::Outs: [O, [P], {'Out\${O}': {Value: !GetAtt [!Sub '\${O}Thing', Arn]}}]
`);
  expect(Conditions).toEqual({ IsA: { 'Fn::Equals': ['A', 'A'] }, IsB: { 'Fn::Equals': ['B', 'A'] } });
  expect(Resources!['R']).toEqual({ Type: 'A::B::C', Properties: { Tags: { X: 'tag X', Y: 'tag Y' } } });
  expect(Outputs).toEqual({ OutP: { Value: { 'Fn::GetAtt': ['PThing', 'Arn'] } } });
});

test('serverless resources made by a loop are expanded', () => {
  const { Resources } = output(`
Resources:
  Fn::ForEach::Tables: [T, [A, B], {'\${T}Table': {Type: AWS::Serverless::SimpleTable, Properties: {TableName: !Ref T}}}]
`);
  expect(Object.keys(Resources!)).toEqual(['ATable', 'BTable']);
  expect((Resources!['BTable'] as { Properties: object }).Properties).toMatchObject({ TableName: 'B' });
});

test('&{…} puts in letters and digits only', () => {
  const { Resources } = output(`
Parameters: {Ranges: {Type: CommaDelimitedList, Default: '10.0.2.0/24, 10.0.3.0/24'}}
Resources:
  Fn::ForEach::Subnets: [Range, !Ref Ranges, {'Subnet&{Range}': {Type: A::B::C, Properties: {Range: !Ref Range}}}]
`);
  expect(Resources).toEqual({
    Subnet1002024: { Type: 'A::B::C', Properties: { Range: '10.0.2.0/24' } },
    Subnet1003024: { Type: 'A::B::C', Properties: { Range: '10.0.3.0/24' } },
  });
});

test('a loop has several identifiers over lists of values', () => {
  const { Resources } = output(`
Resources:
  Fn::ForEach::Pairs: [[Id, Path], [[A, /a], [B, /b]], {'R\${Id}': {Type: A::B::C, Properties: {Path: !Ref Path}}}]
`);
  expect(Resources!['RB']).toEqual({ Type: 'A::B::C', Properties: { Path: '/b' } });
});

test('a loop with two identifiers runs over the keys and values of a map', () => {
  const { Resources } = output(`
Resources:
  Fn::ForEach::Groups:
    - [Name, Port]
    - {Web: 443, '22': '22', Region: !Ref AWS::Region}
    - 'Group\${Name}': {Type: A::B::C, Properties: {Name: !Sub 'for \${Name}', Port: !Ref Port}}
`);
  expect(Resources).toEqual({
    GroupWeb: { Type: 'A::B::C', Properties: { Name: 'for Web', Port: '443' } },
    Group22: { Type: 'A::B::C', Properties: { Name: 'for 22', Port: '22' } },
    GroupRegion: { Type: 'A::B::C', Properties: { Name: 'for Region', Port: 'us-east-1' } },
  });
});

test('a loop over a map with a value of the deployment stays', () => {
  const { Transform, Resources } = output(`
Parameters: {Later: {Type: String}}
Resources:
  Fn::ForEach::L: [[N, V], {A: !Ref Later}, {'R\${N}': {Type: A::B::C, Properties: {V: !Ref V}}}]
`);
  expect(Transform).toEqual(['AWS::LanguageExtensions']);
  expect(Object.keys(Resources!)).toEqual(['Fn::ForEach::L']);
});

test('a function gives the name of one of several identifiers', () => {
  const { Resources } = output(`
Parameters: {Which: {Type: String, Default: Item}}
Resources:
  Fn::ForEach::L: [[!Ref Which, Path], [[A, /a]], {'R\${Item}': {Type: A::B::C, Properties: {Path: !Ref Path}}}]
`);
  expect(Resources).toEqual({ RA: { Type: 'A::B::C', Properties: { Path: '/a' } } });
});

test('a given parameter value wins over its default', () => {
  const template = `
Parameters: {Names: {Type: CommaDelimitedList, Default: A}}
Resources:
  Fn::ForEach::L: [N, !Ref Names, {'R\${N}': {Type: A::B::C}}]
`;
  expect(Object.keys(output(template, { parameters: { Names: 'X,Y' } })['Resources']!)).toEqual(['RX', 'RY']);
});

test.each([
  ["!Sub 'a-${N}'", 'a-X'],
  ["!Sub 'a-${N}-${AWS::Region}'", { 'Fn::Sub': 'a-X-${AWS::Region}' }],
  ["!Sub ['${N}-${V}', {V: !Ref N}]", { 'Fn::Sub': ['X-${V}', { V: 'X' }] }],
  ["!Sub ['${N}', {N: own}]", { 'Fn::Sub': ['${N}', { N: 'own' }] }],
  ["!Sub '${!N}'", { 'Fn::Sub': '${!N}' }],
  ["'${Nothing}'", '${Nothing}'],
  ['!Ref Other', { Ref: 'Other' }],
  ['[1, !Ref N]', [1, 'X']],
])('%s becomes %j', (value, expected) => {
  const { Resources } = output(`
Resources:
  Fn::ForEach::L: [N, [X], {'R\${N}': {Type: A::B::C, Properties: {V: ${value}}}}]
`);
  expect(Resources!['RX']).toEqual({ Type: 'A::B::C', Properties: { V: expected } });
});

test('a loop over a value of the deployment stays, and keeps the transform', () => {
  const template = `
Parameters: {Later: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::L: [N, !Ref Later, {'R\${N}': {Type: A::B::C}}]
  T: {Type: AWS::Serverless::SimpleTable}
`;
  const { Transform, Resources } = output(template);
  expect(Transform).toEqual(['AWS::LanguageExtensions']);
  expect(Resources!['Fn::ForEach::L']).toEqual(['N', { Ref: 'Later' }, { 'R${N}': { Type: 'A::B::C' } }]);
  expect((Resources!['T'] as { Type: string }).Type).toBe('AWS::DynamoDB::Table');
});

test('nothing happens without the transform', () => {
  const value = '{Fn::Length: [a]}';
  const { template } = extended('Resources: {}');
  expect(template).toBeUndefined();
  const plain = output(`Resources: {R: {Type: A::B::C, Properties: {V: ${value}}}}`);
  expect(plain['Resources']!['R']).toMatchObject({ Properties: { V: 1 } });
});

test('a section that loops leave empty is left out', () => {
  const { Outputs } = output(`
Resources: {R: {Type: A::B::C}}
Outputs:
  Fn::ForEach::L: [N, [], {'O\${N}': {Value: x}}]
`);
  expect(Outputs).toBeUndefined();
});
