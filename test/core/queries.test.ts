import {describe, expect, test} from 'vitest'
import '../../core/code/all-grammars.ts'
import {Code} from '../../core/code/code.ts'
import {stringsIn} from '../../core/code/go-strings.ts'
import {queriesIn, queryKindOf} from '../../core/sql/queries.ts'
import {statementsIn} from '../../core/sql/statements.ts'

const kinds = (sql: string) => queriesIn(sql).map(({kind}) => kind)

describe('SQL is split', () => {
  test.each([
    ['select 1; select 2', ['select 1', 'select 2']],
    ['-- a; b\nselect 1 /* ; */ ;\n;', ['select 1']],
    [
      "insert into t values ('a;''b'), (\"c;d\", `e;f`, [g;h])",
      ["insert into t values ('a;''b'), (\"c;d\", `e;f`, [g;h])"],
    ],
    ['create table t (a int; b int); select 1', ['create table t (a int; b int)', 'select 1']],
    ['do $$ begin; end $$; do $x$ $$; $x$', ['do $$ begin; end $$', 'do $x$ $$; $x$']],
    ['begin; select 1; commit;', ['begin', 'select 1', 'commit']],
    ["select 'never ended; ", ["select 'never ended; "]],
    ['select $1; select $2', ['select $1', 'select $2']],
    ['', []],
  ])('%s', (sql, expected) => {
    expect(statementsIn(sql).map(({start, end}) => sql.slice(start, end))).toEqual(expected)
  })
})

describe('queries in SQL', () => {
  test.each([
    ['SELECT id FROM orders WHERE total > $1;', ['SELECT']],
    ['select id from orders', ['SELECT']],
    ['INSERT INTO orders (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET id = 1', ['INSERT']],
    ['UPDATE {table} SET total = 0; DELETE FROM orders', ['UPDATE', 'DELETE']],
    ['-- name: GetOrder :one\nSELECT * FROM orders WHERE id = ?;', ['SELECT']],
    ['WITH old AS (SELECT id FROM orders)\nDELETE FROM orders USING old', ['DELETE']],
    ['EXPLAIN ANALYZE SELECT 1', ['SELECT']],
    ['SELECT ... FROM orders', ['SELECT']],
    ['CREATE TABLE a (id int); SELECT * FROM a', ['SELECT']],
    ['ALTER TABLE a ADD b int; UPDATE c SET d = 1', ['UPDATE']],
  ])('%s', (sql, expected) => {
    expect(kinds(sql)).toEqual(expected)
  })

  test.each([
    'CREATE TABLE orders (\n  id bigint PRIMARY KEY, -- SELECT by this\n  shop bigint REFERENCES shops ON DELETE CASCADE ON UPDATE SET NULL\n);',
    'ALTER TABLE orders ADD COLUMN total int; CREATE INDEX ON orders (total); DROP TABLE old;',
    'CREATE VIEW totals AS SELECT sum(total) FROM orders; CREATE TABLE copy AS SELECT * FROM orders;',
    'CREATE POLICY own ON orders FOR SELECT USING (owner = me()); GRANT SELECT, UPDATE ON orders TO app;',
    'CREATE FUNCTION total() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$;',
    'CREATE TRIGGER t AFTER INSERT ON orders BEGIN\n  UPDATE shops SET n = n + 1;\n  DELETE FROM cache;\nEND;\nDROP TABLE a;',
    'CREATE OR REPLACE PROCEDURE p() BEGIN\n  IF a THEN SELECT 1; END IF;\n  SELECT CASE WHEN b THEN 1 END;\n  CASE c WHEN 1 THEN SELECT 2; END CASE;\n  DELETE FROM d;\nEND;',
    'SELECT ...;\nINSERT …;',
    "COMMENT ON TABLE orders IS 'SELECT from it'; TRUNCATE orders; BEGIN; COMMIT;",
    '-- SELECT * FROM orders\n/* DELETE FROM orders */',
  ])('are none: %s', sql => {
    expect(kinds(sql)).toEqual([])
  })

  test.each([
    [
      'fill what was added',
      'ALTER TABLE orders ADD total int;\nUPDATE orders SET total = 0;\nALTER TABLE orders ALTER total SET NOT NULL;',
    ],
    [
      'move rows to a new table',
      'CREATE TABLE IF NOT EXISTS "lines" (id int);\nINSERT INTO lines SELECT id FROM orders;',
    ],
    [
      'stand in a migration',
      '-- +goose Up\nINSERT INTO versions VALUES (7);\n-- +goose Down\nDELETE FROM versions WHERE id = 7;',
    ],
    ['stand in one of dbmate', '-- migrate:up\nUPDATE orders SET total = 0;'],
  ])('are none where writes %s', (_, sql) => {
    expect(kinds(sql)).toEqual([])
  })

  test('are selected in migrations, too', () => {
    expect(kinds('-- +goose Up\nSELECT 1 FROM orders;')).toEqual(['SELECT'])
  })
})

describe('a string is a query', () => {
  test.each([
    'SELECT id FROM orders',
    '\n\t-- all\n\tSELECT id\n\tFROM orders\n',
    'SELECT 1',
    'SELECT count(*)',
    'INSERT INTO orders (id) VALUES ($1)',
    'UPDATE _ SET total = 0',
    'DELETE FROM _',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    'select id from orders where id = $1',
    'select * from orders',
    'insert into orders values (?, ?)',
    'update orders set total = :total',
  ])('%s', text => {
    expect(queryKindOf(text, false)).not.toBeNull()
  })

  test.each([
    'SELECT',
    'UPDATE',
    'SELECT A FILE',
    'DELETE',
    'select an item from the list',
    'delete from cache failed: %w',
    'update the order, set the total',
    'Insert into the queue',
    'with a bag (of gold) select',
    'no rows: SELECT id FROM orders',
    'CREATE TABLE orders (id int)',
    '',
  ])('but not: %s', text => {
    expect(queryKindOf(text, false)).toBeNull()
  })

  test('in lower case where it is handed to a query', () => {
    expect(queryKindOf('select id from orders', true)).toBe('SELECT')
    expect(queryKindOf('select an order', true)).toBeNull()
  })
})

describe('strings in Go', () => {
  const texts = (code: string) =>
    stringsIn(new Code(code, 'go')).map(({text, takenBy}) => (takenBy ? `${takenBy}: ${text}` : text))

  test.each([
    ['const a = `b\nc`', ['b\nc']],
    ['"a"', ['a']],
    ['x := "a" + b + `c`', ['a_c']],
    ['x := "a " + p.table() + " b " + t[0] + " c"', ['a _ b _ c']],
    ['x := a + "b" + c', ['b']],
    ['db.Query(ctx, "a", 1)\nrun("b" + c.d(), "e")', ['Query: a', 'run: b_', 'run: e']],
    ['x := f(g("a")) + y', ['g: a']],
    ['var m = map[string]string{"a": "b"}', ['a', 'b']],
    ['t.Run("a", func(t *testing.T) {\n\tdb.Exec("b")\n})', ['Run: a', 'Exec: b']],
    ['func a() {\n\tdb.Exec("b")\n}\nfunc (c *C) d() { db.Exec("e") }\nvar f = "g"', ['g']],
    ['import "a"\n\ntype B struct {\n\tC int `d:"e"`\n}\n// "f"', []],
    ['', []],
  ])('%s', (code, expected) => {
    expect(texts(code)).toEqual(expected)
  })

  test('a sum ends where its last operand does', () => {
    const code = 'query := "DELETE FROM " + p.table() + " WHERE id = $1"'
    expect(stringsIn(new Code(code, 'go')).map(({start, end}) => code.slice(start, end))).toEqual([
      code.slice('query := '.length),
    ])
  })
})

test.each([
  "'",
  '"',
  '`',
  '[',
  '(',
  '$',
  '$a',
  '$$',
  '/*',
  '-- \n',
  '\n',
  ' ',
  ';',
  'a ',
  'create trigger begin ',
  'with a as ',
])('a megabyte of %j is read to its end', unit => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
  expect(queriesIn(text)).toBeDefined()
  queryKindOf(`select ${text}`, true)
  queryKindOf(`update ${text}`, true)
})
