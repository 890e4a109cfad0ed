import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/openapi/fingerprint/hash.ts';
import { scalarLiteral, stringLiteral, unicodeLiteral } from '../../../src/openapi/fingerprint/literal.ts';
import { KeyTable } from '../../../src/openapi/fingerprint/table.ts';

const hex = (text: string): string => {
  const { low, high } = hashOf(text);
  return ((BigInt(high) << 32n) | BigInt(low)).toString(16);
};

describe('hashOf', () => {
  it('gives the hashes of CPython 2.7', () => {
    expect(hex('a')).toBe('2e40db1e0');
    expect(hex('paths')).toBe('bf3688a78f82d3a1');
    expect(hex('/foo/{bar+}')).toBe('6fa466ffaf3159b9');
    expect(hex('x-amazon-apigateway-integration')).toBe('9c6b96dd30b45b4a');
    expect(hex('é𝒳z')).toBe('c6de48516f485421');
    expect(hex('')).toBe('0');
  });
});

describe('KeyTable', () => {
  const paths = Array.from({ length: 40 }, (_, at) => `/p${at}/{id}`);
  const numbers = (table: KeyTable) => table.keys().map((key) => (key === 'zz' ? 40 : paths.indexOf(key)));
  const inserted = [
    25, 9, 10, 29, 8, 27, 21, 30, 24, 20, 4, 31, 26, 3, 7, 1, 6, 16, 36, 11, 0, 18, 34, 32, 28, 23, 37, 12, 13, 14, 33,
    39, 15, 2, 5, 19, 38, 17, 22, 35,
  ];
  const copied = inserted.map((number) => (number === 20 ? 3 : number === 3 ? 20 : number));

  it('orders keys by slot, collisions included', () => {
    expect(numbers(new KeyTable(paths))).toEqual(inserted);
  });

  it('changes the order with every copy, which can go back and forth for ever', () => {
    const table = new KeyTable(paths);
    table.copy(1);
    expect(numbers(table)).toEqual(copied);
    table.copy(1);
    expect(numbers(table)).toEqual(inserted);
    table.copy(5);
    expect(numbers(table)).toEqual(copied);
  });

  it('makes many copies at once what they are one by one, also where the order comes round late', () => {
    const many = Array.from({ length: 310 }, (_, at) => `/items/${at}`);
    const stepwise = new KeyTable(many);
    const orders = new Set<string>();
    for (let copies = 1; copies <= 700; copies++) {
      stepwise.copy(1);
      orders.add(stepwise.keys().join());
      if (copies % 100 !== 0) continue;
      const atOnce = new KeyTable(many);
      atOnce.copy(copies);
      expect(atOnce.keys()).toEqual(stepwise.keys());
    }
    expect(orders.size).toBeGreaterThan(200);
  });

  it('keeps the slots of deleted keys and fills them again', () => {
    const table = new KeyTable(paths);
    table.copy(3);
    table.remove('/p3/{id}');
    table.add('zz');
    const after = [
      25, 9, 10, 29, 8, 27, 21, 40, 30, 24, 4, 31, 26, 20, 7, 1, 6, 16, 36, 11, 0, 18, 34, 32, 28, 23, 37, 12, 13, 14,
      33, 39, 15, 2, 5, 19, 38, 17, 22, 35,
    ];
    expect(numbers(table)).toEqual(after);
    const merged = new KeyTable();
    merged.merge(table.keys());
    const at = after.indexOf(20);
    expect(numbers(merged)).toEqual([...after.slice(0, 10), 20, ...after.slice(10, at), ...after.slice(at + 1)]);
  });
});

describe('literals', () => {
  it('quotes as Python does', () => {
    expect(["it's", 'a"b', `a"b'c`, 'a\\b'].map(unicodeLiteral)).toEqual([
      `u"it's"`,
      `u'a"b'`,
      `u'a"b\\'c'`,
      `u'a\\\\b'`,
    ]);
    const rare = 'é\n\x07𝒳\u2028\xa0';
    expect(unicodeLiteral(rare)).toBe(`u'\\xe9\\n\\x07\\U0001d4b3\\u2028\\xa0'`);
    expect(stringLiteral(rare)).toBe(`'é\\n\\x07𝒳\\u2028\\xa0'`);
  });

  it('writes numbers as Python does', () => {
    expect([1, 1.5, 1e16 + 2, 1.5e22, 0.00001, 0.0001, -0.00012].map(scalarLiteral)).toEqual([
      '1',
      '1.5',
      '1.0000000000000002e+16',
      '1.5e+22',
      '1e-05',
      '0.0001',
      '-0.00012',
    ]);
    expect([true, false, null].map(scalarLiteral)).toEqual(['True', 'False', 'None']);
  });
});
