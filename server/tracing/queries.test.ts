import { expect, it } from 'vitest';
import { withoutValues } from './queries.ts';

it.each([
  [
    `select "u"."id" from "user" as "u" where "u"."handle" = 'o''hara' limit 1`,
    `select "u"."id" from "user" as "u" where "u"."handle" = ? limit ?`,
  ],
  [`select 1 from t where a in ('a', 'b',  'c') and b = -2.5`, `select ? from t where a in (?, …) and b = ?`],
  [`update t set a = E'it\\'s a secret', b2 = '\n' where c = $1`, `update t set a = ?, b2 = ? where c = $1`],
  [`select t1.x, "a1" from t1 where y = 'x'::uuid`, `select t1.x, "a1" from t1 where y = ?::uuid`],
  [`insert into t values ('{"a": "b''c"}', 'ada', 7), ('d', 'ben', 8)`, `insert into t values (?, …), (?, …)`],
])('leaves no value in %s', (statement, shown) => {
  expect(withoutValues(statement)).toBe(shown);
});
