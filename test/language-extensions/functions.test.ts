import { expect, test } from 'vitest';
import { expand } from '../../src/index.ts';
import { output, propertyOf } from './helpers.ts';

const rest = `
Parameters:
  Stage: {Type: String, Default: dev}
  Names: {Type: CommaDelimitedList, Default: 'a,b,c'}
  Secret: {Type: String, Default: hidden, NoEcho: true}
  Stored: {Type: AWS::SSM::Parameter::Value<String>, Default: /path}
  Later: {Type: String}
Mappings:
  Sizes: {dev: {Memory: 128, Zones: [x, y]}, prod: {Memory: 1024}}
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
  IsBoth: !And [Condition: IsDev, !Not [!Equals [!Ref 'AWS::Region', eu-west-1]]]
  IsLater: !Equals [!Ref Later, x]`;

test.each([
  ['!FindInMap [Sizes, dev, Memory]', 128],
  ['!FindInMap [Sizes, !Ref Stage, Memory]', 128],
  ['!FindInMap [Sizes, dev, Nope, {DefaultValue: 5}]', 5],
  ['!FindInMap [Sizes, nope, Memory, {DefaultValue: !Ref Stage}]', 'dev'],
  ['!FindInMap [Sizes, dev, Memory, {DefaultValue: 5}]', 128],
  ['!FindInMap [Sizes, !If [IsBoth, prod, dev], Memory]', 1024],
  ["!FindInMap [Sizes, !Select [1, !Split ['-', x-prod]], !Join ['', [Mem, ory]]]", 1024],
  ["!FindInMap [Sizes, !Sub '${Stage}', Zones]", ['x', 'y']],
  ['!FindInMap [Sizes, nope, Memory, {DefaultValue: !Ref AWS::NoValue}]', undefined],
  ['!Length [1, !GetAtt A.B]', 2],
  ['!Length {Ref: Names}', 3],
  ["!Length {'Fn::Split': ['|', 'a|b']}", 2],
  ['!Length {"Fn::FindInMap": [Sizes, dev, Zones]}', 2],
  ['!ToJsonString {b: 1, a: [!Ref Stage, true, null], c: !Ref AWS::NoValue}', '{"b":1,"a":["dev",true,null]}'],
  ['!ToJsonString {"2": x, "1": y}', '{"2":"x","1":"y"}'],
  [
    "!ToJsonString {Condition: {StringEquals: {a: b}}, t: 'ü\"'}",
    '{"Condition":{"StringEquals":{"a":"b"}},"t":"ü\\""}',
  ],
  ['!ToJsonString [!Length [a], !Base64 "é"]', '[1,"w6k="]'],
  ["!ToJsonString [!Sub '${AWS::Region}/${X}/${!Y}', 1]", undefined],
  ['!Ref {"Fn::Sub": "${Stage}Thing"}', { Ref: 'devThing' }],
  ['!GetAtt [!Sub "${Stage}Thing", Arn]', { 'Fn::GetAtt': ['devThing', 'Arn'] }],
  ['{Fn::GetAtt: !Sub "${Stage}Thing.Arn"}', { 'Fn::GetAtt': ['devThing', 'Arn'] }],
])('%s is %j', (value, expected) => {
  const found = propertyOf(value, rest);
  if (value.includes('${X}')) expect(found).toEqual({ 'Fn::ToJsonString': [expect.anything(), 1] });
  else expect(found).toEqual(expected);
});

test.each([
  ['!Length {Ref: Later}', true],
  ['!ToJsonString {a: !GetAtt X.Arn}', true],
  ['!ToJsonString {a: !Ref Secret}', true],
  ['!ToJsonString {a: !Ref Stored}', true],
  ['!ToJsonString {a: !If [IsLater, 1, 2]}', true],
  ['!FindInMap [Sizes, !Ref Later, Memory]', false],
  ['!FindInMap [Sizes, !Ref Later, Memory, {DefaultValue: 1}]', true],
  ["!FindInMap [Sizes, !Join ['', [!Ref Later]], Memory]", true],
  ['!Ref {"Fn::Sub": "${Later}Thing"}', true],
  ['!GetAtt [Thing, !Ref Later]', false],
])('%s is only known at the deployment; it needs the transform: %s', (value, needed) => {
  const { Resources, Transform } = output(`${rest}\nResources: {R: {Type: A::B::C, Properties: {Value: ${value}}}}`);
  const asWritten = expand(`Resources: {R: {Type: A::B::C, Properties: {Value: ${value}}}}`).template!['Resources'];
  expect(Resources).toEqual(JSON.parse(JSON.stringify(asWritten)));
  expect(Transform).toEqual(needed ? ['AWS::LanguageExtensions'] : undefined);
});

test('functions stand for attributes', () => {
  const { Resources } = output(`${rest}
Resources:
  A: {Type: A::B::C, DeletionPolicy: !If [IsDev, Delete, Retain], UpdateReplacePolicy: !FindInMap [Sizes, x, y, {DefaultValue: Snapshot}]}
  B: {Type: A::B::C, Condition: !FindInMap [Sizes, x, y, {DefaultValue: IsDev}]}
  C: {Type: A::B::C, Condition: !FindInMap [Sizes, x, y, {DefaultValue: !Ref AWS::NoValue}]}
`);
  expect(Resources).toEqual({
    A: { Type: 'A::B::C', DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Snapshot' },
    B: { Type: 'A::B::C', Condition: 'IsDev' },
    C: { Type: 'A::B::C' },
  });
});

test('a policy of the deployment stays', () => {
  const { Resources, Transform } = output(`${rest}\nResources: {A: {Type: A::B::C, DeletionPolicy: !Ref Later}}`);
  expect(Resources!['A']).toEqual({ Type: 'A::B::C', DeletionPolicy: { Ref: 'Later' } });
  expect(Transform).toEqual(['AWS::LanguageExtensions']);
});

test('functions in Globals and in conditions', () => {
  const { Resources, Conditions } = output(`${rest}
  Many: !Equals [!Length {Ref: Names}, 3]
Globals: {SimpleTable: {SSESpecification: {KMSMasterKeyId: !FindInMap [Sizes, x, y, {DefaultValue: key}]}}}
Resources: {T: {Type: AWS::Serverless::SimpleTable}}`);
  expect(Conditions!['Many']).toEqual({ 'Fn::Equals': [3, 3] });
  expect((Resources!['T'] as { Properties: object }).Properties).toMatchObject({
    SSESpecification: { KMSMasterKeyId: 'key' },
  });
});

test('conditions that refer to each other many times, or to themselves, are looked at once', () => {
  const names = [...Array(60).keys()];
  const conditions = names.map((at) => `  C${at}: !And [Condition: C${at + 1}, Condition: C${at + 1}]`).join('\n');
  const value = '!ToJsonString [!If [C0, 1, 2]]';
  expect(propertyOf(value, `Conditions:\n${conditions}\n  C60: !Equals [a, a]`)).toBe('[1]');
  expect(propertyOf(value, `Conditions:\n${conditions}\n  C60: !Not [Condition: C0]`)).toEqual(expect.any(Object));
});
